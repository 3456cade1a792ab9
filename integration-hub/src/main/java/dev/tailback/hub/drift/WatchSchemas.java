package dev.tailback.hub.drift;

import dev.tailback.crm.Answer;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.database.TextList;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a CRM for its schema: each hour, each five minutes while something is stopped, when the mapping has changed, when a
 * person wants it, and soon after something smelled of a change, though not twice within a minute. One hub at a time asks.
 */
@Singleton
public class WatchSchemas {

    private final SchemaRows rows;
    private final StopRows stopRows;
    private final KeepSchema keep;
    private final Stops stops;

    WatchSchemas(SchemaRows rows, StopRows stopRows, KeepSchema keep, Stops stops) {
        this.rows = rows;
        this.stopRows = stopRows;
        this.keep = keep;
        this.stops = stops;
    }

    /**
     * For a loop that comes by often.
     *
     * @param connection with its mapping as it is in force
     * @return whether anything stops or goes on that did not before
     */
    public boolean watch(Connection connection) {
        rows.watch(connection.crm());
        boolean isOther = rows.mapped(connection.crm())
                .map(MappedFields::read)
                .filter(MappedFields.of(connection)::equals)
                .isEmpty();
        if (isOther) {
            rows.soon(connection.crm());
        }
        return lookWhenDue(connection);
    }

    /** @return whether anything stops or goes on that did not before */
    boolean smelled(Connection connection) {
        rows.watch(connection.crm());
        rows.soon(connection.crm());
        return lookWhenDue(connection);
    }

    /** The loop that reads this CRM looks next, whichever hub that is in. In the caller's transaction. */
    public void lookSoon(String crm) {
        rows.watch(crm);
        rows.wanted(crm);
    }

    private boolean lookWhenDue(Connection connection) {
        return rows.take(connection.crm()) == 1
                && look(connection).fold(changed -> changed, refused -> false, unavailable -> false);
    }

    /** Now, whoever else does. */
    Answer<Boolean> look(Connection connection) {
        Instant begun = rows.now();
        return connection.connector().schema().map(described -> {
            boolean changed = keep.keep(connection, described, begun);
            stops.changed();
            return changed;
        });
    }

    /** The fields that are told to be empty where the records hold something, as far as we know. */
    List<String> emptied(String crm, String object, List<SourceRecord> records) {
        List<String> ids = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        records.forEach(record -> record.values().forEach((field, value) -> {
            if (value.isEmpty()) {
                ids.add(record.id());
                fields.add(field);
            }
        }));
        return ids.isEmpty() ? List.of() : stopRows.emptied(crm, object, TextList.json(ids), TextList.json(fields));
    }
}
