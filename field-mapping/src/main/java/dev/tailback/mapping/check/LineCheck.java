package dev.tailback.mapping.check;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether usage, lines and contracts belong to each other as the mapping says. */
record LineCheck(Findings findings, Mapping mapping) {

    private static final String LISTED_AS = "contractProduct.listedAs";

    /** What a line lacks when its field is empty. */
    private static final Map<Idea, String> EMPTY = Map.of(
            Idea.UNITS_SOLD, "a line without it counts as one that sold no unit",
            Idea.UNIT_PRICE, "a line without it counts as one that costs nothing");

    /** A lookup of a child must point to the part above it. */
    void pointsTo(OrgObject child, Idea lookup, Part above) {
        String parent = mapping.object(above);
        child.field(mapping.field(lookup))
                .filter(field -> field.type().equals("reference"))
                .filter(field -> !pointsTo(field, parent))
                .ifPresent(field -> findings.broken(
                        lookup.path(),
                        child.name() + "." + field.name() + " points to " + String.join(", ", field.referenceTo())
                                + ", not to " + parent + ".",
                        lookups(child, parent)
                                .map(right -> "Write " + right + ", which points there.")
                                .orElse("Make a lookup from " + child.name() + " to " + parent
                                        + ", or map other objects.")));
    }

    private static Optional<String> lookups(OrgObject child, String parent) {
        return child.fields().stream()
                .filter(field -> pointsTo(field, parent))
                .map(OrgField::name)
                .findFirst();
    }

    private static boolean pointsTo(OrgField field, String object) {
        return field.referenceTo().stream().anyMatch(object::equalsIgnoreCase);
    }

    /** How queries list the lines of a contract; a lookup that points elsewhere was found before. */
    void listed(OrgObject contract, OrgObject described) {
        String line = described.name();
        String lookup = mapping.field(Idea.CONTRACT);
        if (described
                .field(lookup)
                .filter(field -> pointsTo(field, contract.name()))
                .isEmpty()) {
            return;
        }
        List<ChildRelationship> children = contract.children().stream()
                .filter(child ->
                        child.object().equalsIgnoreCase(line) && child.field().equalsIgnoreCase(lookup))
                .toList();
        Optional<String> right =
                children.stream().flatMap(child -> child.name().stream()).findFirst();
        if (right.isPresent() && !right.get().equalsIgnoreCase(mapping.listedAs())) {
            findings.broken(
                    LISTED_AS,
                    contract.name() + " lists its " + line + " as " + right.get() + ", not as " + mapping.listedAs()
                            + ".",
                    "Write listedAs: " + right.get() + ".");
        } else if (right.isEmpty()) {
            findings.broken(
                    LISTED_AS,
                    contract.name() + " does not list " + line + " by " + lookup + " for the integration user.",
                    "Give the lookup " + line + "." + lookup + " a child relationship name, and let the integration "
                            + "user's permission set read it.");
        }
    }

    void empty(OrgObject line) {
        Idea.of(Part.CONTRACT_PRODUCT).stream()
                .filter(EMPTY::containsKey)
                .forEach(idea -> mapping.find(idea)
                        .flatMap(line::field)
                        .filter(OrgField::isNillable)
                        .ifPresent(field -> findings.hint(
                                idea.path(),
                                line.name() + "." + field.name() + " may be empty: " + EMPTY.get(idea) + ".",
                                "Make the field required.")));
    }
}
