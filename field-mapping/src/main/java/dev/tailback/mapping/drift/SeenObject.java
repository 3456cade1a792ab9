package dev.tailback.mapping.drift;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a mapping uses of one object.
 *
 * @param object with the fields that are used, and of a contract and its lines with all their children
 * @param others the names of all other fields, by which a new one is known
 */
public record SeenObject(OrgObject object, List<String> others) {

    public SeenObject {
        others = List.copyOf(others);
    }

    static SeenObject of(OrgObject described, Set<String> used, boolean isParent) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(used);
        List<OrgField> mapped = described.fields().stream()
                .filter(field -> names.contains(field.name()))
                .sorted(Comparator.comparing(OrgField::name))
                .toList();
        List<String> others = described.fields().stream()
                .map(OrgField::name)
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
        return new SeenObject(
                new OrgObject(
                        described.name(),
                        described.label(),
                        described.isQueryable(),
                        described.isCreateable(),
                        described.isUpdateable(),
                        mapped,
                        isParent ? sorted(described.children()) : List.of()),
                others);
    }

    private static List<OrgObject.ChildRelationship> sorted(List<OrgObject.ChildRelationship> children) {
        return children.stream()
                .sorted(Comparator.comparing(OrgObject.ChildRelationship::object)
                        .thenComparing(OrgObject.ChildRelationship::field)
                        .thenComparing(child -> child.name().orElse("")))
                .toList();
    }

    String name() {
        return object.name();
    }

    Optional<OrgField> field(String name) {
        return object.field(name);
    }

    boolean had(String field) {
        return object.field(field).isPresent() || others.stream().anyMatch(field::equalsIgnoreCase);
    }
}
