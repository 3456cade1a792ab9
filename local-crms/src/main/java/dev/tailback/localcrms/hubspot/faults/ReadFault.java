package dev.tailback.localcrms.hubspot.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an order for a fault and refuses what cannot be. */
final class ReadFault {
    private static final Set<String> ALWAYS = Set.of("kind", "times", "seconds", "on");
    private static final List<Integer> STATUSES = List.of(414, 423, 477, 500, 502, 503, 504, 520, 521, 522, 523, 524);
    private static final List<String> POLICIES = List.of("TEN_SECONDLY_ROLLING", "DAILY", "SECONDLY");
    private static final int LONGEST_SECONDS = 86_400;
    private static final int LONGEST_REFUSED = 60;
    private static final int MOST_MS = 600_000;
    private static final int MOST_SKEW_MS = 2_000_000_000;
    private static final int MOST_MEGABYTES = 256;

    private ReadFault() {}

    /** @throws IllegalArgumentException in one sentence */
    static Fault read(JsonNode given, long now) {
        if (!(given instanceof ObjectNode order)) {
            throw new IllegalArgumentException("A fault is an object such as {\"kind\": \"down\"}, not " + given + ".");
        }
        FaultKind kind = FaultKind.of(order.path("kind").asText())
                .orElseThrow(() -> new IllegalArgumentException("There is no fault of kind " + order.path("kind")
                        + "; the kinds are " + String.join(", ", FaultKind.words()) + "."));
        checkNames(kind, order);
        checkDetails(order);
        int seconds = whole(order, "seconds", 1, kind == FaultKind.REFUSED ? LONGEST_REFUSED : LONGEST_SECONDS, 0);
        if (kind == FaultKind.REFUSED && seconds == 0) {
            throw new IllegalArgumentException("The fault refused needs seconds, 1 to " + LONGEST_REFUSED + ".");
        }
        if (kind == FaultKind.STATUS && !order.has("status")) {
            throw new IllegalArgumentException("The fault status needs a status: " + STATUSES + ".");
        }
        long endsAt = seconds == 0 ? Long.MAX_VALUE : now + seconds * 1000L;
        return new Fault(kind, on(order), whole(order, "times", 1, Fault.FOREVER, Fault.FOREVER), endsAt, order);
    }

    private static void checkNames(FaultKind kind, ObjectNode order) {
        for (Iterator<String> names = order.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!ALWAYS.contains(name) && !kind.has(name)) {
                throw new IllegalArgumentException("The fault " + kind.word() + " has no " + name + ".");
            }
        }
    }

    private static void checkDetails(ObjectNode order) {
        whole(order, "latencyMs", 1, MOST_MS, 1);
        whole(order, "retryAfter", 0, LONGEST_SECONDS, 0);
        whole(order, "every", 1, 100, 1);
        whole(order, "megabytes", 1, MOST_MEGABYTES, 1);
        whole(order, "skewMs", -MOST_SKEW_MS, MOST_SKEW_MS, 0);
        if (order.has("status") && !STATUSES.contains(order.path("status").asInt())) {
            throw new IllegalArgumentException(
                    "A status is one of " + STATUSES + ", not " + order.path("status") + ".");
        }
        if (order.has("policy") && !POLICIES.contains(order.path("policy").asText())) {
            throw new IllegalArgumentException(
                    "A policy is one of " + POLICIES + ", not " + order.path("policy") + ".");
        }
    }

    private static Optional<CallKind> on(ObjectNode order) {
        if (!order.has("on")) {
            return Optional.empty();
        }
        CallKind kind = CallKind.of(order.path("on").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "on is read, write, search, schema or access, not " + order.path("on") + "."));
        return Optional.of(kind);
    }

    private static int whole(ObjectNode order, String name, int least, int most, int otherwise) {
        if (!order.has(name)) {
            return otherwise;
        }
        JsonNode given = order.path(name);
        if (!given.isInt() || given.intValue() < least || given.intValue() > most) {
            throw new IllegalArgumentException(
                    name + " is a whole number from " + least + " to " + most + ", not " + given + ".");
        }
        return given.intValue();
    }
}
