package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known about how records of one entity agree.
 *
 * @param prior how likely two records taken at random are the same thing, between 0 and 1
 * @param odds by attribute; what is usual for its kind where there is no line
 */
public record Model(Entity entity, double prior, Map<String, Odds> odds, Terms terms) {

    /** As in a first meeting of two CRMs with a thousand records each, which hold mostly the same. */
    private static final double USUAL_PRIOR = 0.001;

    public Model {
        odds = Collections.unmodifiableMap(new TreeMap<>(odds));
    }

    /** Before anything was learned. */
    public static Model usual(Entity entity) {
        return new Model(entity, USUAL_PRIOR, Map.of(), Terms.none());
    }

    Odds oddsOf(Attribute attribute) {
        return Optional.ofNullable(odds.get(attribute.name())).orElseGet(() -> Odds.usualFor(attribute.kind()));
    }

    double priorBits() {
        return Odds.log2(prior / (1 - prior));
    }
}
