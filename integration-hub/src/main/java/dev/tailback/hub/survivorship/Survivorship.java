package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Attribute;
import java.util.Map;
import java.util.TreeMap;

/** Decides by rules. The same facts have the same decision, in whatever order they come. */
public final class Survivorship {

    private final Rules rules;
    private final Expressions expressions;

    /** @param expressions shared by all rules of a program: what they compiled is kept */
    public Survivorship(Rules rules, Expressions expressions) {
        this.rules = rules;
        this.expressions = expressions;
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
