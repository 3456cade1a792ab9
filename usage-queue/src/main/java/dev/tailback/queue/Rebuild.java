package dev.tailback.queue;

import java.util.List;

/**
 * One service app fills an emptied queue from its ledger. Read the ledger after the rebuild has begun, not before. Every {@link #offer} renews the
 * lock. Closing without {@link #finish} gives up: the queue stays shut and anyone may begin again.
 */
public final class Rebuild implements AutoCloseable {
    Rebuild() {}

    /** @throws RebuildLost if someone else rebuilds by now, or Redis restarted */
    public void offer(List<UsageRecord> records) {
        throw new UnsupportedOperationException("signature only");
    }

    /** Opens the queue. @throws RebuildLost if someone else rebuilds by now, or Redis restarted */
    public void finish() {
        throw new UnsupportedOperationException("signature only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("signature only");
    }
}
