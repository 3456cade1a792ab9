package dev.tailback.localcrms.hubspot.schema;

import java.util.Map;

/** HubSpot's numbers of the default kind of link between two objects. */
final class LinkTypes {
    private static final Map<String, Integer> NUMBERS = Map.of(
            "0-1 0-2", 279,
            "0-2 0-1", 280,
            "0-1 0-3", 4,
            "0-3 0-1", 3,
            "0-2 0-3", 342,
            "0-3 0-2", 341,
            "0-1 0-1", 449,
            "0-2 0-2", 450,
            "0-3 0-3", 451);

    private LinkTypes() {}

    static int between(ObjectType from, ObjectType to) {
        return NUMBERS.getOrDefault(from.typeId() + " " + to.typeId(), 0);
    }
}
