package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.observations.ReadAgain;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads each record alone about which an observation left something open. */
@Singleton
class ReadAgainRound {

    private static final int AT_ONCE = 50;

    private final Records records;
    private final Connections connections;
    private final ReadAgain again;

    ReadAgainRound(Records records, Connections connections, ReadAgain again) {
        this.records = records;
        this.connections = connections;
        this.again = again;
    }

    /** @return whether there was one, whatever its CRM answered */
    boolean run() {
        List<KnownRecord> open = records.toReread(AT_ONCE);
        open.forEach(this::read);
        return !open.isEmpty();
    }

    private void read(KnownRecord record) {
        connections
                .of(record.crm())
                .ifPresent(connection ->
                        connection.object(record.object()).ifPresent(mapped -> again.read(connection, mapped, record)));
    }
}
