package dev.tailback.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One service app fills an emptied queue from its ledger. Read the ledger after the rebuild has begun, not before. Every {@link #offer} renews the
 * lock. Closing without {@link #finish} gives up: the queue stays shut and anyone may begin again.
 */
public final class Rebuild implements AutoCloseable {
    private final ShardScripts scripts;
    private final String token;
    private final String lock;
    private boolean over;

    private Rebuild(ShardScripts scripts, String token, Duration lock) {
        this.scripts = scripts;
        this.token = token;
        this.lock = Long.toString(lock.toMillis());
    }

    static Optional<Rebuild> begin(ShardScripts scripts, Duration lock) {
        Rebuild rebuild = new Rebuild(scripts, UUID.randomUUID().toString(), lock);
        if (scripts.number("begin", rebuild.token, rebuild.lock) == 0) {
            return Optional.empty();
        }
        rebuild.wipe();
        return Optional.of(rebuild);
    }

    /**
     * Offers are idempotent, so a failed one may be repeated.
     *
     * @throws RebuildLost if the lock ended, someone else rebuilds by now, or Redis restarted
     */
    public void offer(List<UsageRecord> records) {
        for (String[] chunk : OfferArguments.chunks(token, lock, records)) {
            List<Object> reply = scripts.list("offer", chunk);
            if ((Long) reply.get(0) < 0) {
                throw new RebuildLost();
            }
        }
    }

    /**
     * Opens the queue.
     *
     * @throws RebuildLost if the lock ended, someone else rebuilds by now, or Redis restarted
     */
    public void finish() {
        if (scripts.number("finish", token, "open") == 0) {
            throw new RebuildLost();
        }
        over = true;
    }

    /** If Redis is gone just now, the lock ends by itself. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            giveUp();
        }
    }

    private void giveUp() {
        try {
            scripts.number("finish", token, "give up");
        } catch (QueueUnavailable lockEndsByItself) {
            // Throwing here would hide why the rebuild failed.
        }
    }

    private void wipe() {
        String cursor = "0";
        do {
            cursor = scripts.text("wipe", token, lock, cursor);
            if (cursor.isEmpty()) {
                throw new RebuildLost();
            }
        } while (!cursor.equals("0"));
    }
}
