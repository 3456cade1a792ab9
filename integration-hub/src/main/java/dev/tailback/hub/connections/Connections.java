package dev.tailback.hub.connections;

import java.util.List;
import java.util.Optional;

/** All connected CRMs, with the fields that are mapped now: each question may have another answer than the one before. */
public interface Connections {

    List<Connection> all();

    default Optional<Connection> of(String crm) {
        return all().stream().filter(connection -> connection.crm().equals(crm)).findFirst();
    }

    /** @throws IllegalStateException when no such CRM is connected, or it has no such object */
    default MappedObject object(String crm, String object) {
        return of(crm).flatMap(connection -> connection.object(object))
                .orElseThrow(() -> new IllegalStateException(crm + " has no object " + object + " any more"));
    }
}
