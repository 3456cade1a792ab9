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

/** Counts a whole result: its ads, and those with an entry in each state. Every ad has an entry, if a cancelled one. */
@Singleton
class StateCounts {

    private static final String COUNT = "select count(*) ads"
            + each(", count(*) filter (where %1$s) %1$s")
            + "\nfrom (select e.ad_id"
            + each(", bool_or(%2$s) %1$s")
            + "\nfrom shown_entry e\n%s group by e.ad_id) of_ad";

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
        String found = filter.where();
        String narrowed = found.isEmpty() ? "" : "where e.ad_id in (select a.id from ad a " + found + ")";
        return jdbc.prepareStatement(COUNT.replace("%s", narrowed), statement -> {
            filter.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return counts(row);
            }
        });
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
                .map(state -> sql.formatted(state.column(), state.condition()))
                .collect(Collectors.joining());
    }
}
