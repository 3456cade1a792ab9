package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Entities;
import java.util.List;

/**
 * One rule that is another one in another version.
 *
 * @param before as a sentence
 * @param after as a sentence
 */
public record RuleChange(String entity, String attribute, String before, String after) {

    /** In the order in which entities and attributes are declared. */
    public static List<RuleChange> between(Rules before, Rules after, Entities entities) {
        return entities.all().stream()
                .flatMap(entity -> entity.attributes().stream()
                        .map(attribute -> new RuleChange(
                                entity.name(),
                                attribute.name(),
                                sentence(before, entity.name(), attribute.name()),
                                sentence(after, entity.name(), attribute.name()))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** With the order of trust, which decides every tie. */
    private static String sentence(Rules rules, String entity, String attribute) {
        return rules.ruleOf(entity, attribute) + " Ties: " + String.join(", ", rules.sources()) + ".";
    }
}
