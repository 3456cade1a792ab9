package dev.tailback.hub.connections;

import java.util.List;
import java.util.Optional;

/** All connected CRMs. */
public record Connections(List<Connection> all) {

    public Connections {
        all = List.copyOf(all);
    }

    public Optional<Connection> of(String crm) {
        return all.stream().filter(connection -> connection.crm().equals(crm)).findFirst();
    }

    /** @throws IllegalStateException when no such CRM is connected, or it has no such object */
    public MappedObject object(String crm, String object) {
        return of(crm).flatMap(connection -> connection.object(object))
                .orElseThrow(() -> new IllegalStateException(crm + " has no object " + object + " any more"));
    }
}
