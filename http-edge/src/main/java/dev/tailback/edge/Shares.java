package dev.tailback.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * A limited supply, in total and for each source: connections, or bytes of memory. Safe for several threads.
 */
final class Shares {
    private final long most;
    private final long mostPerSource;
    private final Map<Source, Long> taken = new HashMap<>();
    private long total;

    Shares(long most, long mostPerSource) {
        this.most = most;
        this.mostPerSource = mostPerSource;
    }

    /** Takes all or nothing. An exempt source is held to the total only. */
    synchronized boolean take(Source source, long amount, boolean exempt) {
        long sourceHas = taken.getOrDefault(source, 0L);
        if (total + amount > most || (!exempt && sourceHas + amount > mostPerSource)) {
            return false;
        }
        total += amount;
        taken.put(source, sourceHas + amount);
        return true;
    }

    synchronized void giveBack(Source source, long amount) {
        total -= amount;
        taken.computeIfPresent(source, (key, has) -> has > amount ? has - amount : null);
    }

    synchronized long total() {
        return total;
    }

    /** Sources that hold anything: a map that only grows would itself be a way to take memory. */
    synchronized int sources() {
        return taken.size();
    }
}
