package dev.tailback.hub.survivorship;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of one entity.
 *
 * @param standard for every attribute without a rule of its own
 * @param attributes rules by the attribute's name
 */
public record EntityRules(RuleLine standard, Map<String, RuleLine> attributes) {

    public EntityRules {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    public RuleLine lineOf(String attribute) {
        return attributes.getOrDefault(attribute, standard);
    }
}
