package dev.tailback.verification.hubtorture.judging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is not as it must be, each with one sentence. */
public final class HubFindings {
    private final List<Finding> all = new ArrayList<>();

    /** One of them. */
    public record Finding(HubHarm harm, String sentence) {
        @Override
        public String toString() {
            return harm + ": " + sentence;
        }
    }

    public void add(HubHarm harm, String sentence) {
        all.add(new Finding(harm, sentence));
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    public List<HubHarm> harms() {
        return all.stream().map(Finding::harm).toList();
    }

    /** How much of each harm, in one line. */
    public String counts() {
        Map<HubHarm, Long> counts = all.stream()
                .collect(Collectors.groupingBy(
                        Finding::harm, () -> new EnumMap<>(HubHarm.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(harm -> harm.getKey() + ": " + harm.getValue())
                .collect(Collectors.joining("; "));
    }
}
