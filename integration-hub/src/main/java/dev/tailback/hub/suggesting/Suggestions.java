package dev.tailback.hub.suggesting;

import java.util.List;
import java.util.Map;

/**
 * What may be mapped in a CRM.
 *
 * @param objects the entities in the order of their declaration, and of each the likeliest first; one that is mapped is
 *     the first
 * @param unseen objects that could not be looked at, with the reason
 * @param yaml the mapping in force with the first suggestion of each attribute that has no field yet; empty where there
 *     is nothing to map
 */
public record Suggestions(List<SuggestedObject> objects, Map<String, String> unseen, String yaml) {

    public Suggestions {
        objects = List.copyOf(objects);
        unseen = Map.copyOf(unseen);
    }
}
