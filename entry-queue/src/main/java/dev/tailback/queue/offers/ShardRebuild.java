package dev.tailback.queue.offers;

import dev.tailback.queue.Postponed;
import dev.tailback.queue.Published;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.RebuildLost;
import dev.tailback.queue.maintenance.Publishing;
import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rebuild of one shard. */
public final class ShardRebuild implements AutoCloseable {
    private final ShardScripts scripts;
    private final String token;
    private final String lock;
    private boolean over;

    private ShardRebuild(ShardScripts scripts, String token, Duration lock) {
        this.scripts = scripts;
        this.token = token;
        this.lock = Long.toString(lock.toMillis());
    }

    /** Empty if the shard is open or another owner rebuilds it. */
    public static Optional<ShardRebuild> begin(ShardScripts scripts, Duration lock) {
        ShardRebuild rebuild = new ShardRebuild(scripts, UUID.randomUUID().toString(), lock);
        if (scripts.number("begin", rebuild.token, rebuild.lock) == 0) {
            return Optional.empty();
        }
        try {
            rebuild.wipe();
            return Optional.of(rebuild);
        } catch (QueueUnavailable lost) {
            rebuild.close();
            throw lost;
        }
    }

    public boolean isOf(ShardScripts shard) {
        return scripts.shard().equals(shard.shard());
    }

    public void offer(List<QueueEntry> entries) {
        send("offer", Offering.calls(token, lock, entries));
    }

    public void postpone(List<Postponed> entries) {
        send("postpone", Offering.postponingCalls(token, lock, entries));
    }

    /** @return the stamp of a higher version that stays, if one does */
    public Optional<String> publish(Published text, String inPlaceOf) {
        return Publishing.publish(scripts, text, inPlaceOf);
    }

    /** A sign of life, for when the ledger has long nothing for this shard. */
    public void keep() {
        send("offer", List.<String[]>of(new String[] {token, lock}));
    }

    private void send(String script, List<String[]> chunks) {
        for (String[] chunk : chunks) {
            if ((Long) scripts.list(script, chunk).get(0) < 0) {
                throw new RebuildLost();
            }
        }
    }

    /** @return false if the rebuild was lost */
    public boolean finish() {
        boolean finished = scripts.number("finish", token, "open") == 1;
        over = over || finished;
        return finished;
    }

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
