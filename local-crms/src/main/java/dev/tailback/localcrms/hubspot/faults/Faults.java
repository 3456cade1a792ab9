package dev.tailback.localcrms.hubspot.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tailback.localcrms.hubspot.account.AccountClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are in force. */
public final class Faults {
    private static final int MOST = 100;

    private final AccountClock clock;
    private volatile List<Fault> inForce = List.of();

    public Faults(AccountClock clock) {
        this.clock = clock;
    }

    /**
     * Puts these faults in force instead of all earlier ones.
     *
     * @throws IllegalArgumentException in one sentence, and then nothing changes
     */
    public void replaceBy(JsonNode ordered) {
        if (!ordered.isArray() || ordered.size() > MOST) {
            throw new IllegalArgumentException("Faults are a list of at most " + MOST + " objects.");
        }
        List<Fault> next = new ArrayList<>();
        ordered.forEach(order -> next.add(ReadFault.read(order, clock.machineNow())));
        inForce = List.copyOf(next);
    }

    public void clear() {
        inForce = List.of();
    }

    /** What is in force, as it was ordered, with the times that are left. */
    public ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        inForce.stream().filter(fault -> !fault.isOver(clock.machineNow())).forEach(fault -> list.add(fault.shown()));
        return list;
    }

    /** The fault of that kind that strikes this call, if any. */
    public Optional<Fault> striking(FaultKind kind, CallKind call) {
        long now = clock.machineNow();
        return inForce.stream()
                .filter(fault -> fault.kind() == kind && fault.strikes(call, now))
                .findFirst();
    }

    /** The fault of that kind that is in force, without a use of its times. */
    public Optional<Fault> lasting(FaultKind kind) {
        long now = clock.machineNow();
        return inForce.stream()
                .filter(fault -> fault.kind() == kind && !fault.isOver(now))
                .findFirst();
    }
}
