package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Source;
import java.util.List;
import java.util.Map;

/**
 * All that is known about one golden record, in any order. A value that the hub itself wrote into a CRM is a fact
 * with the times of the value it was copied from: a copy is no news.
 *
 * @param id of the golden record
 * @param facts of all source records that stand for it; at most one for each record and attribute
 * @param standing what the golden record holds, by attribute; nothing where there is no line
 */
public record GoldenFacts(String id, Entity entity, List<Fact> facts, Map<String, Standing> standing) {

    /**
     * More records for one thing are no duplicates but a mistake of matching, and would make a page nobody can read.
     */
    public static final int MOST_FACTS = 10_000;

    public GoldenFacts {
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException(
                    id + " has " + facts.size() + " facts; a golden record has " + MOST_FACTS + " at most");
        }
        facts = List.copyOf(facts);
        standing = Map.copyOf(standing);
    }

    List<Fact> of(String attribute) {
        return facts.stream().filter(fact -> fact.attribute().equals(attribute)).toList();
    }

    Standing standingOf(String attribute) {
        return standing.getOrDefault(attribute, Standing.none());
    }

    /** How many attributes a source record has filled. */
    long filledBy(Source source) {
        return facts.stream()
                .filter(fact ->
                        fact.source().equals(source) && fact.held().text().isPresent())
                .count();
    }
}
