package dev.tailback.app.ads;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.EntryView;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads ads with their entries. Needs neither Redis nor Salesforce. */
@Singleton
public class AdReading {

    private static final String SELECT = """
            select a.*, l.number contract_number, l.customer
            from (select *, 'AD-' || number as reference from ad) a
            left join contract_label l on l.contract_id = a.contract_id
            """;

    private final JdbcOperations jdbc;
    private final EntryReading entries;
    private final AdHistory history;

    AdReading(JdbcOperations jdbc, EntryReading entries, AdHistory history) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.history = history;
    }

    /**
     * With its own history and that of every entry; all of one moment, so that no reader gets one version's number with another
     * one's units.
     */
    @Transactional(readOnly = true, isolation = TransactionDefinition.Isolation.REPEATABLE_READ)
    public Optional<AdView> find(UUID id) {
        return bare(id).map(this::withHistories);
    }

    /** Without history. */
    @Transactional(readOnly = true)
    public Optional<AdView> bare(UUID id) {
        List<AdView> found = jdbc.prepareStatement(SELECT + "where a.id = ?", statement -> {
            statement.setObject(1, id);
            return rows(statement);
        });
        return withEntries(found).stream().findFirst();
    }

    /** Without history, in this order; an id that no ad has is left out. */
    @Transactional(readOnly = true)
    public List<AdView> all(List<UUID> ids) {
        List<AdView> found = jdbc.prepareStatement(SELECT + "where a.id = any(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            return rows(statement);
        });
        return withEntries(found).stream()
                .sorted(Comparator.comparingInt(ad -> ids.indexOf(ad.id())))
                .toList();
    }

    private AdView withHistories(AdView ad) {
        List<AdChange> changes =
                history.ofAd(ad.id()).stream().map(AdHistory.Line::change).toList();
        return ad.with(ad.entries().stream().map(entries::withHistory).toList(), ad.state(), changes);
    }

    private List<AdView> withEntries(List<AdView> ads) {
        Map<UUID, List<EntryView>> byAd = entries
                .ofAds(ads.stream().map(AdView::id).toList())
                .stream()
                .collect(Collectors.groupingBy(EntryView::adId));
        return ads.stream()
                .map(ad -> with(ad, byAd.getOrDefault(ad.id(), List.of())))
                .toList();
    }

    private static List<AdView> rows(PreparedStatement statement) throws SQLException {
        List<AdView> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        return rows;
    }

    private static AdView row(ResultSet row) throws SQLException {
        return new AdView(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("title"),
                row.getString("contract_id"),
                Optional.ofNullable(row.getString("contract_number")),
                Optional.ofNullable(row.getString("customer")),
                Optional.ofNullable(row.getObject("service_date", LocalDate.class)),
                Optional.ofNullable(row.getString("customer_reference")),
                Optional.ofNullable(row.getString("note")),
                row.getBoolean("cancelled"),
                EntryState.REPORTED,
                row.getLong("version"),
                List.of(),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                List.of());
    }

    private static AdView with(AdView ad, List<EntryView> entries) {
        return ad.with(entries, mostUrgent(entries));
    }

    private static EntryState mostUrgent(List<EntryView> entries) {
        return entries.stream().map(EntryView::state).sorted().findFirst().orElse(EntryState.REPORTED);
    }
}
