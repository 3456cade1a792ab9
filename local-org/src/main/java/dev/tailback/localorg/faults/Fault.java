package dev.tailback.localorg.faults;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault that was ordered; it strikes a number of times, or until a moment, or until it is taken back. */
final class Fault {
    static final int FOREVER = Integer.MAX_VALUE;

    private final FaultKind kind;
    private final AtomicInteger left;
    private final Optional<Instant> end;
    private final Optional<String> rowId;
    private final int latencyMs;
    private final int atOnce;

    Fault(FaultKind kind, int times, Optional<Instant> end, Optional<String> rowId, int latencyMs, int atOnce) {
        this.kind = kind;
        this.left = new AtomicInteger(times);
        this.end = end;
        this.rowId = rowId;
        this.latencyMs = latencyMs;
        this.atOnce = atOnce;
    }

    FaultKind kind() {
        return kind;
    }

    /** Empty when it holds for all rows. */
    Optional<String> rowId() {
        return rowId;
    }

    int latencyMs() {
        return latencyMs;
    }

    /** How many data calls pass at one time; 0 when it is no such limit. */
    int atOnce() {
        return atOnce;
    }

    /** How often it will still strike; empty when there is no limit. */
    Optional<Integer> timesLeft() {
        return left.get() == FOREVER ? Optional.empty() : Optional.of(left.get());
    }

    boolean isOver(Instant now) {
        return left.get() <= 0 || end.filter(moment -> !now.isBefore(moment)).isPresent();
    }

    /** True when it strikes now; one of its times is then used. */
    boolean strikes(Instant now) {
        if (isOver(now)) {
            return false;
        }
        return left.get() == FOREVER || left.getAndDecrement() > 0;
    }
}
