package dev.tailback.hub.facts;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Makes facts of everything that was observed of one golden record, in the caller's transaction. */
@Singleton
public class AbsorbRecords {

    private final Records records;
    private final AbsorbObservations absorb;
    private final Connections connections;
    private final RecordWords words;

    AbsorbRecords(Records records, AbsorbObservations absorb, Connections connections, RecordWords words) {
        this.records = records;
        this.absorb = absorb;
        this.connections = connections;
        this.words = words;
    }

    /** Its records are nobody else's until the transaction ends. */
    public void absorb(UUID golden) {
        records.lock(golden).forEach(this::absorb);
    }

    /** One that the caller has locked. */
    public void absorb(KnownRecord record) {
        if (absorb.absorb(record, connections.object(record.crm(), record.object()))) {
            words.keep(record);
        }
    }
}
