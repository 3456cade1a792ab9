package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of the survivorship rules. A change of a rule is a new version.
 *
 * @param version from 1 on
 * @param sources the CRMs, the most trusted first: it decides by itself where a rule says so, and every tie
 * @param entities rules by the entity's name; an entity without any goes by the latest change
 */
public record Rules(String name, int version, List<String> sources, Map<String, EntityRules> entities) {

    private static final EntityRules STANDARD = new EntityRules(new RuleLine(new Rule.LatestChange(), true), Map.of());

    public Rules {
        sources = List.copyOf(sources);
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
    }

    /** The latest change wins everywhere: a beginning. */
    public static Rules latestChangeWins(List<String> sources) {
        return new Rules("Latest change", 1, sources, Map.of());
    }

    /** @throws DeclarationInvalid with every reason, if the file cannot be used for these entities */
    public static Rules read(String yaml, Entities entities, Expressions expressions) throws DeclarationInvalid {
        return new RulesFile(yaml, entities, expressions).read();
    }

    /** As a file that {@link #read} takes. */
    public String yaml() {
        return new RulesText(this).yaml();
    }

    RuleLine lineOf(String entity, String attribute) {
        return entities.getOrDefault(entity, STANDARD).lineOf(attribute);
    }

    Ruling rulingOf(String entity, String attribute) {
        return new Ruling(name, version, RuleText.of(lineOf(entity, attribute), sources));
    }
}
