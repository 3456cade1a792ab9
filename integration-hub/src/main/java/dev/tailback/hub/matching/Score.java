package dev.tailback.hub.matching;

import java.util.Comparator;
import java.util.List;

/**
 * How likely two records are the same thing.
 *
 * @param bits of all parts and of the beginning: before anything is compared, two records are most likely different
 * @param before what is added before anything is compared
 */
public record Score(double bits, double before, List<Part> parts) {

    public Score {
        parts = List.copyOf(parts);
    }

    /** Between 0 and 1. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -bits));
    }

    /** What speaks for and against, the strongest first. */
    public List<String> words() {
        return parts.stream()
                .filter(part -> part.agreement() != Agreement.UNKNOWN)
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.bits()))
                        .thenComparing(Part::attribute))
                .map(Part::words)
                .toList();
    }

    Agreement of(String attribute) {
        return parts.stream()
                .filter(part -> part.attribute().equals(attribute))
                .map(Part::agreement)
                .findFirst()
                .orElse(Agreement.UNKNOWN);
    }
}
