package dev.tailback.app.operator.parked;

import dev.tailback.app.entries.Filter;
import dev.tailback.app.entries.RejectedAdvice;
import dev.tailback.app.entries.Selection;
import dev.tailback.app.ledger.Entry;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parked entries of a selection. */
@Singleton
public class ParkedSearch {

    private static final String CODE = "coalesce(e.code, 'REFUSED')";

    private final JdbcOperations jdbc;
    private final ParkedEntries rows;

    ParkedSearch(JdbcOperations jdbc, ParkedEntries rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The largest group first. */
    @Transactional(readOnly = true)
    public List<ParkedGroup> groups(Selection selection) {
        Filter filter = filter(selection, List.of());
        String sql = "select " + CODE + " as code, count(*) as entries, min(e.open_since) as oldest_since,"
                + " (array_agg(e.reason order by e.line))[1] as example from ledger_entry e\n"
                + filter.where() + "group by 1 order by 2 desc, 1";
        return jdbc.prepareStatement(sql, statement -> {
            filter.bind(statement);
            List<ParkedGroup> groups = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    groups.add(new ParkedGroup(
                            row.getString("code"),
                            row.getLong("entries"),
                            row.getTimestamp("oldest_since").toInstant(),
                            Optional.ofNullable(row.getString("example")),
                            RejectedAdvice.on(row.getString("code"))));
                }
            }
            return groups;
        });
    }

    @Transactional(readOnly = true)
    public long count(Selection selection) {
        Filter filter = filter(selection, List.of());
        return jdbc.prepareStatement("select count(*) from ledger_entry e\n" + filter.where(), statement -> {
            filter.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /**
     * The oldest first.
     *
     * @param without entries refused with one of these codes are left out
     */
    @Transactional(readOnly = true)
    List<Entry> oldest(Selection selection, Collection<String> without, int limit) {
        Filter filter = filter(selection, without);
        List<UUID> ids = jdbc.prepareStatement(
                "select e.id from ledger_entry e\n" + filter.where() + "order by e.line limit ?", statement -> {
                    statement.setInt(filter.bind(statement), limit);
                    List<UUID> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(row.getObject(1, UUID.class));
                        }
                    }
                    return found;
                });
        return ids.isEmpty() ? List.of() : rows.oldest(ids);
    }

    /** Those of them that are still parked, locked. */
    List<Entry> lock(List<Entry> chosen) {
        return rows.lock(chosen.stream().map(Entry::id).toList());
    }

    private static Filter filter(Selection selection, Collection<String> without) {
        Filter filter = new Filter().and("e.parked");
        selection.code().ifPresent(wanted -> filter.and(CODE + " = ?", wanted));
        if (!without.isEmpty()) {
            filter.and("not " + CODE + " = any(?)", (Object) without.toArray(String[]::new));
        }
        return selection.narrow(filter);
    }
}
