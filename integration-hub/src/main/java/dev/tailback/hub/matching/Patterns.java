package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each level of each attribute was seen. */
final class Patterns {

    /** What is usual counts as so many pairs; with many records it has no say. */
    private static final double USUAL = 50;

    private final double[][] seen;

    Patterns(int attributes) {
        this.seen = new double[attributes][Agreement.LEVELS];
    }

    void count(Agreements pattern) {
        count(pattern, 1);
    }

    void count(Agreements pattern, double weight) {
        for (int at = 0; at < seen.length; at++) {
            Agreement level = pattern.levels().get(at);
            if (level != Agreement.UNKNOWN) {
                seen[at][level.ordinal()] += weight;
            }
        }
    }

    /** The part of each level, with what is usual beside it. */
    List<Double> parts(int attribute, List<Double> usual) {
        double all = USUAL;
        for (double count : seen[attribute]) {
            all += count;
        }
        List<Double> parts = new ArrayList<>();
        for (int level = 0; level < Agreement.LEVELS; level++) {
            parts.add((seen[attribute][level] + USUAL * usual.get(level)) / all);
        }
        return parts;
    }

    /** Usual odds, with what was seen among others. */
    Map<String, Odds> odds(List<Attribute> attributes) {
        Map<String, Odds> odds = new HashMap<>();
        for (int at = 0; at < attributes.size(); at++) {
            Odds usual = Odds.usualFor(attributes.get(at).kind());
            odds.put(attributes.get(at).name(), new Odds(usual.amongSame(), parts(at, usual.amongOthers())));
        }
        return odds;
    }
}
