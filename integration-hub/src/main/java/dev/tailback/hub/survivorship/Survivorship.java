package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Attribute;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides by rules. The same facts have the same decision, in whatever order they come. */
public final class Survivorship {

    private final Rules rules;
    private final Expressions expressions;
    private final Set<Long> passedOver;

    /** @param expressions shared by all rules of a program: what they compiled is kept */
    public Survivorship(Rules rules, Expressions expressions) {
        this(rules, expressions, Set.of());
    }

    /** @param passedOver the versions that were put away: what they decided by other rules does not stand for these */
    public Survivorship(Rules rules, Expressions expressions, Set<Long> passedOver) {
        this.rules = rules;
        this.expressions = expressions;
        this.passedOver = Collections.unmodifiableSet(new TreeSet<>(passedOver));
    }

    public Rules rules() {
        return rules;
    }

    public Set<Long> passedOver() {
        return passedOver;
    }

    /** A decision for each attribute that the entity declares, by its name. */
    public Map<String, Decision> decide(GoldenFacts facts) {
        Map<String, Decision> decisions = new TreeMap<>();
        for (Attribute attribute : facts.entity().attributes()) {
            decisions.put(attribute.name(), decide(facts, attribute.name()));
        }
        return decisions;
    }

    /** The decision for one attribute; the facts about others say how complete each record is. */
    public Decision decide(GoldenFacts facts, String attribute) {
        return new Hearing(rules, expressions, facts, attribute).decide();
    }
}
