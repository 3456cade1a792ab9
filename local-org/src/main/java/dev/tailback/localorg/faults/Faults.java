package dev.tailback.localorg.faults;

import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.save.BusyRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The faults that are in force. */
public final class Faults implements BusyRows {
    private static final int DEFAULT_LATENCY_MS = 1000;

    private final List<Fault> inForce = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public Faults(Clock clock) {
        this.clock = clock;
    }

    /**
     * Puts these faults in force instead of all earlier ones.
     *
     * @throws IllegalArgumentException in one sentence, and then nothing changes
     */
    public void replaceBy(List<Map<String, Object>> ordered) {
        List<Fault> next = ordered.stream().map(this::fault).toList();
        inForce.clear();
        inForce.addAll(next);
    }

    public void clear() {
        inForce.clear();
    }

    /** What is in force, as it was ordered, with the times that are left. */
    public List<Map<String, Object>> list() {
        Instant now = clock.instant();
        List<Map<String, Object>> list = new ArrayList<>();
        inForce.stream().filter(fault -> !fault.isOver(now)).forEach(fault -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("kind", fault.kind().word());
            fault.timesLeft().ifPresent(times -> shown.put("times", times));
            fault.rowId().ifPresent(id -> shown.put("contractId", id));
            if (fault.kind() == FaultKind.SLOW) {
                shown.put("latencyMs", fault.latencyMs());
            }
            if (fault.atOnce() > 0) {
                shown.put("atOnce", fault.atOnce());
            }
            list.add(shown);
        });
        return list;
    }

    /** True when a fault of this kind strikes the call that asks. */
    public boolean strikes(FaultKind kind) {
        Instant now = clock.instant();
        return inForce.stream().anyMatch(fault -> fault.kind() == kind && fault.atOnce() == 0 && fault.strikes(now));
    }

    /** True when a limit of calls at one time strikes the call that asks. */
    public boolean areTooMany(int atOnce) {
        Instant now = clock.instant();
        return inForce.stream().anyMatch(fault -> fault.atOnce() > 0 && atOnce > fault.atOnce() && fault.strikes(now));
    }

    /** How many milliseconds the call that asks is to be held back. */
    public int latencyMs() {
        Instant now = clock.instant();
        return inForce.stream()
                .filter(fault -> fault.kind() == FaultKind.SLOW && fault.strikes(now))
                .mapToInt(Fault::latencyMs)
                .sum();
    }

    @Override
    public Set<String> among(Collection<String> ids) {
        Instant now = clock.instant();
        return inForce.stream()
                .filter(fault -> fault.kind() == FaultKind.ROW_BUSY)
                .filter(fault -> fault.rowId().map(ids::contains).orElse(!ids.isEmpty()))
                .filter(fault -> fault.strikes(now))
                .flatMap(fault -> fault.rowId().map(List::of).orElse(List.copyOf(ids)).stream())
                .collect(Collectors.toSet());
    }

    private Fault fault(Map<String, Object> order) {
        for (String name : order.keySet()) {
            if (!Set.of("kind", "times", "seconds", "contractId", "latencyMs", "atOnce")
                    .contains(name)) {
                throw new IllegalArgumentException(
                        "A fault has kind, times, seconds, contractId, latencyMs and atOnce, not " + name + ".");
            }
        }
        FaultKind kind = FaultKind.of(String.valueOf(order.get("kind")))
                .orElseThrow(() -> new IllegalArgumentException("There is no fault of kind " + order.get("kind")
                        + "; the kinds are " + String.join(", ", FaultKind.words()) + "."));
        return new Fault(
                kind,
                whole(order, "times", Fault.FOREVER),
                end(order),
                rowId(kind, order),
                latency(kind, order),
                atOnce(kind, order));
    }

    private Optional<Instant> end(Map<String, Object> order) {
        return Optional.ofNullable(order.get("seconds"))
                .map(given -> clock.instant()
                        .plusMillis(positive(order, "seconds")
                                .multiply(BigDecimal.valueOf(1000))
                                .longValue()));
    }

    private static Optional<String> rowId(FaultKind kind, Map<String, Object> order) {
        return Optional.ofNullable(order.get("contractId")).map(given -> rowId(kind, given));
    }

    private static String rowId(FaultKind kind, Object given) {
        if (kind != FaultKind.ROW_BUSY) {
            throw new IllegalArgumentException(
                    "Only row-busy can be limited to a contractId, not " + kind.word() + ".");
        }
        return Ids.parse(given.toString())
                .orElseThrow(() -> new IllegalArgumentException("contractId " + given + " is not an id of a row."));
    }

    private static int latency(FaultKind kind, Map<String, Object> order) {
        if (order.get("latencyMs") != null && kind != FaultKind.SLOW) {
            throw new IllegalArgumentException("Only slow has latencyMs, not " + kind.word() + ".");
        }
        return whole(order, "latencyMs", DEFAULT_LATENCY_MS);
    }

    private static int atOnce(FaultKind kind, Map<String, Object> order) {
        if (order.get("atOnce") != null && kind != FaultKind.CONCURRENCY_LIMIT) {
            throw new IllegalArgumentException("Only concurrency-limit has atOnce, not " + kind.word() + ".");
        }
        return whole(order, "atOnce", 0);
    }

    private static int whole(Map<String, Object> order, String name, int otherwise) {
        if (order.get(name) == null) {
            return otherwise;
        }
        try {
            return positive(order, name).intValueExact();
        } catch (ArithmeticException e) {
            throw notPositive(order, name);
        }
    }

    private static BigDecimal positive(Map<String, Object> order, String name) {
        if (order.get(name) instanceof BigDecimal number && number.signum() > 0) {
            return number;
        }
        throw notPositive(order, name);
    }

    private static IllegalArgumentException notPositive(Map<String, Object> order, String name) {
        return new IllegalArgumentException(name + " must be a number above 0, not " + order.get(name) + ".");
    }
}
