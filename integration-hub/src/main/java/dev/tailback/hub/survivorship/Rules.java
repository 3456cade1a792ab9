package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Entities;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The same under another number: versions are numbered where they are kept. */
    public Rules numbered(long number) {
        return new Rules(name, Math.toIntExact(number), sources, entities);
    }

    /** The rule of an attribute as a sentence. */
    public String ruleOf(String entity, String attribute) {
        return RuleText.of(lineOf(entity, attribute), sources);
    }

    /** As a file that {@link #read} takes. */
    public String yaml() {
        return new RulesText(this).yaml();
    }

    /** What a file may hold, for editors. */
    public static String schema() {
        try (InputStream file = Objects.requireNonNull(
                Rules.class.getResourceAsStream("rules.schema.json"), "rules.schema.json is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    RuleLine lineOf(String entity, String attribute) {
        return entities.getOrDefault(entity, STANDARD).lineOf(attribute);
    }

    Ruling rulingOf(String entity, String attribute) {
        return new Ruling(name, version, ruleOf(entity, attribute));
    }
}
