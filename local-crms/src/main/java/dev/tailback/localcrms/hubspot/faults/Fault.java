package dev.tailback.localcrms.hubspot.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault in force. */
public final class Fault {
    static final int FOREVER = Integer.MAX_VALUE;

    private final FaultKind kind;
    private final Optional<CallKind> on;
    private final AtomicInteger left;
    private final long endsAt;
    private final ObjectNode details;

    /**
     * @param on which calls it strikes; empty for all
     * @param times how often it strikes
     * @param endsAt milliseconds
     * @param details as they were ordered, checked
     */
    Fault(FaultKind kind, Optional<CallKind> on, int times, long endsAt, ObjectNode details) {
        this.kind = kind;
        this.on = on;
        this.left = new AtomicInteger(times);
        this.endsAt = endsAt;
        this.details = details;
    }

    FaultKind kind() {
        return kind;
    }

    /** A number of the order, such as {@code latencyMs}. */
    public int number(String name, int otherwise) {
        return details.path(name).asInt(otherwise);
    }

    public String text(String name, String otherwise) {
        return details.path(name).asText(otherwise);
    }

    boolean isOver(long now) {
        return left.get() <= 0 || now >= endsAt;
    }

    /** True when it strikes this call; one of its times is then used. */
    boolean strikes(CallKind call, long now) {
        boolean meant = on.isEmpty() || on.get() == call;
        return meant && !isOver(now) && (left.get() == FOREVER || left.getAndDecrement() > 0);
    }

    /** As it was ordered, with the times that are left. */
    ObjectNode shown() {
        ObjectNode shown = details.deepCopy();
        if (left.get() != FOREVER) {
            shown.put("times", left.get());
        }
        return shown;
    }
}
