package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.faults.CallKind;
import dev.tailback.localcrms.hubspot.faults.FaultKind;
import dev.tailback.localcrms.hubspot.faults.Faults;
import dev.tailback.localcrms.hubspot.switches.Switch;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What a batch as a whole keeps to. */
final class BatchRules {
    private final Switches switches;
    private final Faults faults;
    private final AtomicInteger inputs = new AtomicInteger();

    BatchRules(Switches switches, Faults faults) {
        this.switches = switches;
        this.faults = faults;
    }

    /** Whether a bad input leaves the others alone. */
    boolean isPartial(List<JsonNode> given) {
        boolean traced = given.stream()
                .allMatch(input -> input.path("objectWriteTraceId").isTextual());
        return switches.is(Switch.PARTIAL_BATCH, "always") || (switches.is(Switch.PARTIAL_BATCH, "traced") && traced);
    }

    int partialStatus(Route route) {
        return switch (switches.of(Switch.PARTIAL_STATUS)) {
            case "200" -> 200;
            case "207" -> 207;
            default -> route.isDated() ? 200 : 207;
        };
    }

    void refuseRepeated(List<JsonNode> given) {
        Set<String> seen = new HashSet<>();
        for (JsonNode input : given) {
            String id = input.path("idProperty").asText("") + "="
                    + input.path("id").asText().toLowerCase(Locale.ROOT);
            if (!seen.add(id) && switches.is(Switch.REPEATED_INPUT, "refuse")) {
                throw ApiRefusal.invalid("Duplicate IDs found in batch input: ["
                        + input.path("id").asText() + "]. IDs must be unique");
            }
        }
    }

    /** Fails now and then, where that was ordered. */
    void failSome() {
        int every = faults.lasting(FaultKind.PARTIAL_BATCH)
                .map(fault -> fault.number("every", 2))
                .orElse(0);
        if (every > 0 && inputs.incrementAndGet() % every == 0) {
            faults.striking(FaultKind.PARTIAL_BATCH, CallKind.WRITE);
            throw new ApiRefusal(500, "INTERNAL_ERROR", "internal error");
        }
    }
}
