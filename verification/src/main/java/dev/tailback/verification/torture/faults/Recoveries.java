package dev.tailback.verification.torture.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was broken how often, and how long it took, once it was healed, until a new entry was reported again. */
public final class Recoveries {
    private static final String HEAD =
            "  %-36s %5s %8s %8s %9s%n".formatted("fault", "times", "measured", "median", "longest");

    private final Map<String, Integer> strikes = new TreeMap<>();
    private final Map<String, List<Duration>> times = new TreeMap<>();

    void struck(String fault) {
        strikes.merge(fault, 1, Integer::sum);
    }

    void recovered(String fault, Duration time) {
        times.computeIfAbsent(fault, none -> new ArrayList<>()).add(time);
    }

    public int total() {
        return strikes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Not every strike is measured: of several at once only the whole is, and not always. */
    public String table() {
        return HEAD
                + strikes.entrySet().stream()
                        .map(strike -> "  %-36s %5d %s%n"
                                .formatted(strike.getKey(), strike.getValue(), recovery(strike.getKey())))
                        .collect(Collectors.joining());
    }

    private String recovery(String fault) {
        List<Duration> measured =
                times.getOrDefault(fault, List.of()).stream().sorted().toList();
        if (measured.isEmpty()) {
            return "%8d %8s %9s".formatted(0, "-", "-");
        }
        return "%8d %6.1f s %7.1f s"
                .formatted(measured.size(), median(measured), seconds(measured.get(measured.size() - 1)));
    }

    private static double median(List<Duration> sorted) {
        int size = sorted.size();
        return (seconds(sorted.get((size - 1) / 2)) + seconds(sorted.get(size / 2))) / 2;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
