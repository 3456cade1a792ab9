package dev.tailback.app.entries;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts entries by their state. Every state has a count, also when it is 0. */
@Singleton
public class EntryCounts {

    private static final String SELECT = Arrays.stream(EntryState.values())
            .map(state -> "count(*) filter (where " + state.condition() + ")")
            .collect(Collectors.joining(", ", "select ", "\nfrom shown_entry e\n"));

    private final JdbcOperations jdbc;

    EntryCounts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Map<EntryState, Long> of(Selection selection) {
        return counts(selection.narrowShown(new Filter()));
    }

    /** Of these entries; an id that no entry has counts nowhere. */
    @Transactional(readOnly = true)
    public Map<EntryState, Long> of(Collection<UUID> ids) {
        return counts(new Filter().and("e.id = any(?)", (Object) ids.toArray(UUID[]::new)));
    }

    private Map<EntryState, Long> counts(Filter filter) {
        return jdbc.prepareStatement(SELECT + filter.where(), statement -> {
            filter.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Map<EntryState, Long> counts = new EnumMap<>(EntryState.class);
                for (EntryState state : EntryState.values()) {
                    counts.put(state, row.getLong(state.ordinal() + 1));
                }
                return counts;
            }
        });
    }
}
