package dev.tailback.verification.hubtorture.wire;

import java.util.ArrayList;
import java.util.List;

/** Everything that the hubs asked for and wrote, in the order of the calls' ends. */
public final class CallBook {
    private final List<WriteSeen> writes = new ArrayList<>();
    private final List<LookSeen> looks = new ArrayList<>();
    private int calls;

    synchronized void called() {
        calls++;
    }

    synchronized void wrote(List<WriteSeen> seen) {
        writes.addAll(seen);
    }

    synchronized void looked(List<LookSeen> seen) {
        looks.addAll(seen);
    }

    public synchronized List<WriteSeen> writes() {
        return List.copyOf(writes);
    }

    public synchronized List<LookSeen> looks() {
        return List.copyOf(looks);
    }

    public synchronized int calls() {
        return calls;
    }
}
