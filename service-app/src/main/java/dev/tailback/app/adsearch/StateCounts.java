package dev.tailback.app.adsearch;

import dev.tailback.app.entries.Filter;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts a whole result: its ads, and those with an entry in each state. Every ad has an entry, if a cancelled one.
 *
 * <p>Most ads have only plain entries and are told by their contract: they are counted by contract. Those that stand
 * apart are taken out of that count, and their entries are looked at one by one.
 */
@Singleton
class StateCounts {

    /** Read once where it takes a search; all ads are counted by an index. */
    private static final String FOUND = "with found as %s (select a.id, a.contract_id from ad a\n%s),";

    // An ad that never moved is on the contract of its entries.
    private static final String APART = """

            apart as (
                select m.id, m.contract_id from ad m where m.moved%1$s
                union all
                select e.ad_id, e.contract_id from ledger_entry e
                where not e.plain%2$s and not exists (select from ad m where m.id = e.ad_id and m.moved)
                group by e.ad_id, e.contract_id),
            """;
    private static final String OF_FOUND = " and %s in (select f.id from found f)";

    private static final String TOLD = """
            told as (
                select c.ads, exists (select from contract_label l where l.contract_id = c.contract_id
                        and l.fulfilled_seen_at is not null) as fulfilled
                from (select f.contract_id, count(*) as ads from found f group by f.contract_id
                      union all
                      select p.contract_id, -count(*) from apart p group by p.contract_id) c)
            """;

    // Ad by ad: PostgreSQL expects many more of them than there are, and would read every entry.
    private static final String COUNT = "select count(*) + (select coalesce(sum(t.ads), 0) from told t) ads"
            + each(", count(*) filter (where %1$s) + (select coalesce(sum(t.ads), 0) from told t where %3$s) %1$s")
            + "\nfrom apart p cross join lateral (select count(*)"
            + each(", bool_or(%2$s) %1$s")
            + "\nfrom shown_entry e where e.ad_id = p.id) of_ad";

    private final JdbcOperations jdbc;

    StateCounts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byState ads may count in several states */
    record Counts(long ads, Map<ListedState, Long> byState) {

        long in(Optional<ListedState> state) {
            return state.map(byState::get).orElse(ads);
        }
    }

    /** Of the result in any state. */
    @Transactional(readOnly = true)
    Counts of(AdFilter search) {
        Filter filter = search.inAnyState().where();
        return jdbc.prepareStatement(sql(filter.where()), statement -> {
            filter.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return counts(row);
            }
        });
    }

    /** @param where {@code where ...} over the rows {@code a} of {@code ad}, or nothing */
    static String sql(String where) {
        boolean all = where.isEmpty();
        return FOUND.formatted(all ? "not materialized" : "materialized", where)
                + APART.formatted(all ? "" : OF_FOUND.formatted("m.id"), all ? "" : OF_FOUND.formatted("e.ad_id"))
                + TOLD
                + COUNT;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Map<ListedState, Long> byState = new EnumMap<>(ListedState.class);
        for (ListedState state : ListedState.values()) {
            byState.put(state, row.getLong(state.column()));
        }
        return new Counts(row.getLong("ads"), byState);
    }

    /** The same words for every state; each has its column. */
    private static String each(String sql) {
        return Arrays.stream(ListedState.values())
                .map(state -> sql.formatted(state.column(), state.condition(), state.conditionOfPlain()))
                .collect(Collectors.joining());
    }
}
