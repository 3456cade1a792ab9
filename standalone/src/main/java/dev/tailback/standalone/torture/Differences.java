package dev.tailback.standalone.torture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is not as it must be, one sentence each. */
final class Differences {
    private final Set<String> sentences = new LinkedHashSet<>();

    synchronized void add(String sentence) {
        sentences.add(sentence);
    }

    synchronized void addAll(List<String> more) {
        sentences.addAll(more);
    }

    synchronized List<String> all() {
        return new ArrayList<>(sentences);
    }
}
