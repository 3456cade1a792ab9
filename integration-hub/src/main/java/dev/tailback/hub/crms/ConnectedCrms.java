package dev.tailback.hub.crms;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The CRMs of the file, each with its connector for as long as the program runs. */
public final class ConnectedCrms implements Connections, AutoCloseable {

    private final List<DeclaredCrm> crms;
    private final List<Connection> connections;

    public ConnectedCrms(List<DeclaredCrm> crms, Clock clock) {
        this.crms = List.copyOf(crms);
        this.connections = crms.stream()
                .map(crm -> new Connection(crm.name(), crm.access().connector(crm.objectNames(), clock), crm.objects()))
                .toList();
    }

    @Override
    public List<Connection> all() {
        return connections;
    }

    public Optional<String> kind(String crm) {
        return crms.stream()
                .filter(one -> one.name().equals(crm))
                .map(one -> one.access().kind())
                .findFirst();
    }

    @Override
    public void close() {
        connections.forEach(connection -> connection.connector().close());
    }
}
