package dev.tailback.hub.connections;

import dev.tailback.crm.Connector;
import java.util.List;
import java.util.Optional;

/**
 * A CRM that is connected.
 *
 * @param crm its name here, as people chose it
 */
public record Connection(String crm, Connector connector, List<MappedObject> objects) {

    public Connection {
        objects = List.copyOf(objects);
    }

    public Optional<MappedObject> object(String name) {
        return objects.stream().filter(mapped -> mapped.object().equals(name)).findFirst();
    }
}
