package dev.tailback.standalone.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was broken how often, and how long it took until a new entry was reported again. */
final class Recoveries {
    private final Map<String, Integer> strikes = new TreeMap<>();
    private final Map<String, List<Duration>> times = new TreeMap<>();

    void struck(String fault) {
        strikes.merge(fault, 1, Integer::sum);
    }

    void recovered(String fault, Duration time) {
        times.computeIfAbsent(fault, none -> new ArrayList<>()).add(time);
    }

    int total() {
        return strikes.values().stream().mapToInt(Integer::intValue).sum();
    }

    String table() {
        return strikes.entrySet().stream()
                .map(strike ->
                        "  %-36s %3d %s%n".formatted(strike.getKey(), strike.getValue(), recovery(strike.getKey())))
                .collect(Collectors.joining());
    }

    private String recovery(String fault) {
        List<Duration> measured =
                times.getOrDefault(fault, List.of()).stream().sorted().toList();
        if (measured.isEmpty()) {
            return "       -         -";
        }
        return "%7.1f s %7.1f s"
                .formatted(seconds(measured.get(measured.size() / 2)), seconds(measured.get(measured.size() - 1)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
