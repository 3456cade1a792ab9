package dev.tailback.verification.hubtorture.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a hub may not have learnt what became of its own write: its answer may have come, but the hub or its PostgreSQL was
 * not there to keep it.
 */
public final class Troubled {
    private record Time(Instant begun, Instant ended) {}

    private final List<Time> times = new ArrayList<>();

    public synchronized void note(Instant begun, Instant ended) {
        times.add(new Time(begun, ended));
    }

    /** Whether any of it was between the two. */
    public synchronized boolean touches(Instant from, Instant to) {
        return times.stream()
                .anyMatch(time -> !time.ended().isBefore(from) && !time.begun().isAfter(to));
    }
}
