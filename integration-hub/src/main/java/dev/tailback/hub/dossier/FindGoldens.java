package dev.tailback.hub.dossier;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.facts.SearchWords;
import dev.tailback.hub.golden.Decisions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds golden records by what people know of a customer: name, e-mail address, phone number, website, tax number, the
 * id of a CRM's record, or the id of the golden record itself. All words must stand in one record of one CRM; the
 * beginning of a word is enough, and of a phone number its end.
 */
@Singleton
public class FindGoldens {

    /** So many are found at once. */
    public static final int MOST = 100;

    private static final int LONGEST = 200;
    private static final UUID NONE = new UUID(0, 0);

    private final GoldenViewRows rows;
    private final Decisions decisions;
    private final Entities entities;

    FindGoldens(GoldenViewRows rows, Decisions decisions, Entities entities) {
        this.rows = rows;
        this.decisions = decisions;
        this.entities = entities;
    }

    /**
     * In the order of their ids.
     *
     * @param text what is beyond 200 characters is not looked at
     * @param after the last one of the page before
     * @param limit {@value #MOST} at most
     */
    public List<FoundGolden> find(String text, Optional<UUID> after, int limit) {
        String asked = text.strip();
        String bounded = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        return rows
                .find(bounded, SearchWords.query(bounded), id(bounded), after.orElse(NONE), Math.min(limit, MOST))
                .stream()
                .map(row -> new FoundGolden(row.id(), row.entity(), known(row)))
                .toList();
    }

    private static UUID id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : NONE;
    }

    private Map<String, String> known(GoldenRow row) {
        Map<String, String> known = new TreeMap<>(decisions.agreed(row.id()));
        known.values().removeIf(String::isEmpty);
        known.keySet()
                .removeIf(attribute -> entities.entity(row.entity())
                        .flatMap(entity -> entity.attribute(attribute))
                        .filter(SearchWords::isFoundBy)
                        .isEmpty());
        return known;
    }
}
