package dev.tailback.verification.torture.people;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often what was done, and how it ended. */
public final class Tally {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    public synchronized void count(String what, String how) {
        counts.computeIfAbsent(what, none -> new TreeMap<>()).merge(how, 1, Integer::sum);
    }

    public synchronized int total() {
        return counts.values().stream()
                .flatMap(ways -> ways.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** One line for each act. */
    public synchronized String table() {
        return counts.entrySet().stream()
                .map(entry -> "  %-10s %s%n".formatted(entry.getKey(), ways(entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String ways(Map<String, Integer> ways) {
        return ways.entrySet().stream()
                .map(way -> way.getValue() + " " + way.getKey())
                .collect(Collectors.joining(", "));
    }
}
