package dev.tailback.app.adsearch;

import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.adsearch.StateCounts.Counts;
import dev.tailback.app.entries.Filter;
import dev.tailback.app.readings.SharedReading;
import dev.tailback.web.input.Paging;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds ads. Needs neither Redis nor Salesforce. */
@Singleton
public class SearchAds {

    private static final String FOUND = "select a.id, a.number from ad a\n";

    /** Every change of what a list shows leaves a line in one of these, or a label. */
    private static final String MARK = """
            select concat_ws('-', (select max(id) from usage_history), (select max(id) from ad_history),
                (select max(number) from ad), (select max(id) from operator_action),
                (select max(extract(epoch from seen_at)) from contract_label))
            """;

    private final JdbcOperations jdbc;
    private final AdReading ads;
    private final StateCounts counts;
    private final SharedReading<AdSearch, AdPage> pages = new SharedReading<>();

    SearchAds(JdbcOperations jdbc, AdReading ads, StateCounts counts) {
        this.jdbc = jdbc;
        this.ads = ads;
        this.counts = counts;
    }

    /** One page with the counts of the whole result. Counting many ads takes long, so people share it. */
    public AdPage page(AdSearch search) {
        return pages.read(search, () -> ofOneMoment(search));
    }

    @Transactional(readOnly = true, isolation = TransactionDefinition.Isolation.REPEATABLE_READ)
    AdPage ofOneMoment(AdSearch search) {
        Counts all = counts.of(search.filter());
        long total = all.in(search.filter().state());
        long first = (long) search.page() * Paging.SIZE;
        List<Found> found = first < total ? found(search.filter().where(), search.order(), first) : List.of();
        return new AdPage(
                ads.all(found.stream().map(Found::id).toList()),
                search.page(),
                first + found.size() < total,
                total,
                (total + Paging.SIZE - 1) / Paging.SIZE,
                byWord(all.byState()));
    }

    /** The newest ad of the result, without counting it. */
    @Transactional(readOnly = true)
    public Optional<AdView> newest(AdFilter filter) {
        List<UUID> ids =
                below(filter, Long.MAX_VALUE, 1).stream().map(Found::id).toList();
        return ads.all(ids).stream().findFirst();
    }

    /** How many ads the whole result has. */
    @Transactional(readOnly = true)
    long total(AdFilter filter) {
        return counts.of(filter).in(filter.state());
    }

    /** The newest ones below this number. */
    @Transactional(readOnly = true)
    List<Found> below(AdFilter filter, long number, int most) {
        Filter where = filter.where().and("a.number < ?", number);
        return ids(FOUND + where.where() + AdOrder.NEWEST.sql() + "limit " + most, where);
    }

    /** Stays the same as long as nothing changes that a list could show. */
    @Transactional(readOnly = true)
    public String mark() {
        return jdbc.prepareStatement(MARK, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }

    /** An ad of the result. */
    record Found(UUID id, long number) {}

    private List<Found> found(Filter where, AdOrder order, long first) {
        return ids(FOUND + where.where() + order.sql() + "limit " + Paging.SIZE + " offset " + first, where);
    }

    private List<Found> ids(String sql, Filter where) {
        return jdbc.prepareStatement(sql, statement -> {
            where.bind(statement);
            return ids(statement);
        });
    }

    private static List<Found> ids(PreparedStatement statement) throws SQLException {
        List<Found> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(new Found(row.getObject("id", UUID.class), row.getLong("number")));
            }
        }
        return ids;
    }

    private static Map<String, Long> byWord(Map<ListedState, Long> byState) {
        Map<String, Long> words = new LinkedHashMap<>();
        byState.forEach((state, count) -> words.put(state.word(), count));
        return words;
    }
}
