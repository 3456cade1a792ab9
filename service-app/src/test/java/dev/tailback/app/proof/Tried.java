package dev.tailback.app.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a proof saw. */
record Tried(List<Seen> seen, List<Told> told, String remains) {

    Set<String> named(Seen.Verdict verdict) {
        return seen.stream()
                .filter(one -> one.verdict() == verdict)
                .map(one -> one.promise().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String evidence(Promise promise) {
        return seen.stream()
                .filter(one -> one.promise() == promise)
                .map(Seen::evidence)
                .findFirst()
                .orElse("");
    }

    /** The evidence of all others. */
    Map<String, String> not(Seen.Verdict verdict) {
        return seen.stream()
                .filter(one -> one.verdict() != verdict)
                .collect(Collectors.toMap(one -> one.promise().name(), Seen::evidence));
    }

    Map<String, String> switches() {
        Map<String, String> switches = new TreeMap<>();
        told.forEach(one ->
                one.value().ifPresent(value -> switches.put(one.question().word(), value)));
        return switches;
    }
}
