package dev.tailback.hub.facts;

import dev.tailback.hub.connections.ConnectedNow;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Makes facts of everything that was observed of a group of records, in the caller's transaction. What is known of
 * them is read at once and what is new is written at once, so the number of statements does not grow with the group.
 */
@Singleton
public class AbsorbRecords {

    private final Records records;
    private final Connections connections;
    private final ReadHeard read;
    private final AbsorbObservations absorb;
    private final KeepHeard keep;

    AbsorbRecords(Records records, Connections connections, ReadHeard read, AbsorbObservations absorb, KeepHeard keep) {
        this.records = records;
        this.connections = connections;
        this.read = read;
        this.absorb = absorb;
        this.keep = keep;
    }

    /** Their records are nobody else's until the transaction ends. */
    public void absorb(Collection<UUID> goldens) {
        absorbLocked(records.lock(goldens));
    }

    /** Those that the caller has locked. While a record is in somebody's hands nothing happens to it. */
    public void absorbLocked(List<KnownRecord> locked) {
        List<HeardRecord> heard = read.of(records.free(locked));
        if (!heard.isEmpty()) {
            Connections now = ConnectedNow.of(connections);
            heard.forEach(one -> absorb.absorb(
                    one, now.object(one.record().crm(), one.record().object())));
            keep.keep(heard);
        }
    }
}
