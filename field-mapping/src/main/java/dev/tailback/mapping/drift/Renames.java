package dev.tailback.mapping.drift;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may have got another name: something of the same type that was not there before. */
record Renames(Mapping mapping, SeenSchema before, OrgSchema now) {

    /** The path with the new name in the place of the one that is gone; empty where nothing new is alike. */
    Optional<String> path(String object, String path, Optional<Idea> idea) {
        FieldPath way = FieldPath.of(path);
        List<String> steps = new ArrayList<>(way.steps());
        String from = object;
        for (int step = 0; step < steps.size(); step++) {
            boolean isLast = step == steps.size() - 1;
            Optional<OrgField> was = step(before.schema().object(from), steps.get(step), isLast);
            Optional<OrgField> is = step(now.object(from), steps.get(step), isLast);
            if (was.isPresent() && is.isEmpty()) {
                return replaced(from, was.get(), steps, step, isLast ? idea : Optional.empty());
            }
            List<String> targets = is.map(OrgField::referenceTo).orElse(List.of());
            if (isLast || targets.size() != 1) {
                return Optional.empty();
            }
            from = targets.get(0);
        }
        return Optional.empty();
    }

    private static Optional<OrgField> step(Optional<OrgObject> object, String name, boolean isLast) {
        return object.flatMap(one -> isLast ? one.field(name) : one.reference(name));
    }

    private Optional<String> replaced(String object, OrgField gone, List<String> steps, int step, Optional<Idea> idea) {
        boolean isLast = step == steps.size() - 1;
        return field(object, gone, idea)
                .flatMap(field -> isLast ? Optional.of(field.name()) : field.relationshipName())
                .map(name -> {
                    List<String> renamed = new ArrayList<>(steps);
                    renamed.set(step, name);
                    return String.join(".", renamed);
                });
    }

    private Optional<OrgField> field(String object, OrgField gone, Optional<Idea> idea) {
        List<OrgField> fresh = fresh(object);
        return Likely.ranked(gone, fresh).stream()
                .findFirst()
                .map(Likely::field)
                .or(() -> idea.flatMap(one -> NewNames.of(mapping, now, one, fresh)));
    }

    private List<OrgField> fresh(String object) {
        return before.object(object)
                .map(seen -> now.object(object).stream()
                        .flatMap(described -> described.fields().stream())
                        .filter(field -> !seen.had(field.name()))
                        .toList())
                .orElseGet(List::of);
    }

    /** The object of a part, by the children of the part above that were not there before. */
    Optional<String> object(Part part) {
        return switch (part) {
            case CONTRACT -> Optional.empty();
            case CONTRACT_PRODUCT -> child(Part.CONTRACT);
            case USAGE -> child(Part.CONTRACT_PRODUCT);
        };
    }

    private Optional<String> child(Part above) {
        String parent = mapping.object(above);
        List<String> known = before.object(parent).stream()
                .flatMap(seen -> seen.object().children().stream())
                .map(ChildRelationship::object)
                .toList();
        List<String> fresh = now.object(parent).stream()
                .flatMap(described -> described.children().stream())
                .map(ChildRelationship::object)
                .filter(child -> !known.contains(child))
                .distinct()
                .toList();
        return known.isEmpty() || fresh.size() != 1 ? Optional.empty() : Optional.of(fresh.get(0));
    }
}
