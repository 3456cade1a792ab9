package dev.tailback.hub.scores;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Which records hold a value that a rule of quality refuses: it stays where it is until a person mends it. */
@Singleton
public class RefusedValues {

    public static final int MOST = 100;

    private final Connections connections;
    private final RefusedValueRows rows;

    RefusedValues(Connections connections, RefusedValueRows rows) {
        this.connections = connections;
        this.rows = rows;
    }

    /**
     * In the order in which the records were heard of; {@link #MOST} at most.
     *
     * @param after the last one of the page before; 0 for the first page
     * @return empty where no field of the CRM stands for the attribute
     */
    public Optional<List<RefusedValue>> of(String crm, String entity, String attribute, long after) {
        List<MappedLine> lines = connections.of(crm).stream()
                .flatMap(MappedLine::of)
                .filter(line -> line.entity().equals(entity) && line.attribute().equals(attribute))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.of(RowsJson.of(lines, MappedLine::write), after, MOST));
    }
}
