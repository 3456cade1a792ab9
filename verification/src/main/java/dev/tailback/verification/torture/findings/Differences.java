package dev.tailback.verification.torture.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is not as it must be, one sentence each. */
public final class Differences {
    private final Map<Harm, Set<String>> sentences = new EnumMap<>(Harm.class);

    public synchronized void add(Harm harm, String sentence) {
        sentences.computeIfAbsent(harm, none -> new LinkedHashSet<>()).add(sentence);
    }

    public synchronized int of(Harm harm) {
        return sentences.getOrDefault(harm, Set.of()).size();
    }

    public synchronized List<String> all() {
        List<String> all = new ArrayList<>();
        sentences.values().forEach(all::addAll);
        return all;
    }

    /** How much of each harm, in one line. */
    public synchronized String counts() {
        return sentences.entrySet().stream()
                .map(harm -> harm.getKey() + ": " + harm.getValue().size())
                .collect(Collectors.joining("; "));
    }
}
