package dev.tailback.hub.allowance;

import dev.tailback.crm.Connector;
import dev.tailback.hub.connections.Connection;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes connectors that send nothing before they may, and tell what they learned. */
@Singleton
public class AllowedConnectors {

    private final Allowances allowances;
    private final CallCounts counts;

    AllowedConnectors(Allowances allowances) {
        this.allowances = allowances;
        this.counts = new CallCounts(Clock.systemUTC());
    }

    /**
     * Speaks by the given connector, which stays the caller's to close. What may not be sent is unavailable, with the time
     * to wait: no attempt of anything is counted for it. The first page of an object is a backfill for everybody.
     */
    public Connector of(String crm, Connector connector, Priority priority) {
        return new AllowedConnector(crm, connector, priority, allowances, counts);
    }

    public Connection of(Connection connection, Priority priority) {
        return new Connection(
                connection.crm(), of(connection.crm(), connection.connector(), priority), connection.objects());
    }
}
