package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import dev.tailback.hub.connections.MappedObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One connector for each CRM, made anew when another object is mapped: a connector knows its objects from the start. */
final class Connectors implements AutoCloseable {

    private final Clock clock;
    private final Map<String, Made> made = new HashMap<>();
    private final List<Connector> all = new ArrayList<>();

    Connectors(Clock clock) {
        this.clock = clock;
    }

    private record Made(List<String> objects, Connector connector) {}

    /** @param mapped with the objects that it must know */
    synchronized Connector of(DeclaredCrm crm, List<MappedObject> mapped) {
        TreeSet<String> names = new TreeSet<>(crm.objectNames());
        mapped.forEach(object -> names.add(object.object()));
        List<String> objects = List.copyOf(names);
        Made known = made.get(crm.name());
        if (known == null || !known.objects().equals(objects)) {
            known = new Made(objects, crm.access().connector(objects, clock));
            made.put(crm.name(), known);
            all.add(known.connector());
        }
        return known.connector();
    }

    @Override
    public synchronized void close() {
        all.forEach(Connector::close);
    }
}
