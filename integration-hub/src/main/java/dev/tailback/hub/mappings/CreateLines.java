package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entity;
import dev.tailback.mapping.declaration.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whether and how a customer is created in an object. @param mapped with its fields */
record CreateLines(MappedObject mapped, Entity entity) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_NEEDS = 50;

    /** What is wrong becomes a reason of the file, and nothing is created. */
    Optional<Creates> read(Section lines) {
        lines.only(Set.of("key", "needs"));
        String key = lines.required("key");
        MappedObjectLines.bounded(lines, "the name of a field", key, LONGEST_NAME);
        mapped.attribute(key)
                .ifPresent(attribute -> lines.wrong("'" + key + "' stands for " + attribute
                        + "; the key gets the hub's own id, so it needs a field for nothing else."));
        List<String> needs = lines.list("needs");
        if (needs.isEmpty() || needs.size() > MOST_NEEDS) {
            lines.wrong("'needs' must name 1 to " + MOST_NEEDS + " attributes without which nothing is created,"
                    + " such as [name].");
        }
        needs.forEach(attribute -> needed(lines, attribute));
        return key.isEmpty() || needs.isEmpty() ? Optional.empty() : Optional.of(new Creates(key, Set.copyOf(needs)));
    }

    private void needed(Section lines, String name) {
        Optional<Attribute> attribute = entity.attribute(name);
        if (attribute.isEmpty()) {
            lines.wrong("'" + name + "' is no attribute of " + entity.name() + ".");
        } else if (attribute.get().kind() == AttributeKind.REFERENCE) {
            lines.wrong(
                    "'" + name + "' is a relation, which is not written into a new record: take it out of 'needs'.");
        } else if (!mapped.fields().containsKey(name)) {
            lines.wrong("'" + name + "' is needed and stands in no field: map it, or take it out of 'needs'.");
        }
    }
}
