package dev.tailback.mapping.generator;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Tailback needs to read, and the usage fields that it writes. */
final class Grants {

    private final Plan plan;

    Grants(Plan plan) {
        this.plan = plan;
    }

    /** Contract, line, customer, what the mapping leads through, and the masters without which nobody reads a detail. */
    Set<String> objects() {
        Set<String> objects =
                new TreeSet<>(List.of(plan.contract().name(), plan.line().name()));
        objects.addAll(plan.reached(plan.contract(), Idea.CUSTOMER).referenceTo());
        reached().forEach(reached -> objects.add(reached.object().name()));
        for (OrgObject object : List.of(plan.contract(), plan.line())) {
            Masters.masters(object).forEach(master -> objects.addAll(master.referenceTo()));
        }
        return objects;
    }

    /** Each field by its object and name, and whether the integration may change it. */
    Map<String, Boolean> fields() {
        Map<String, Boolean> fields = new TreeMap<>();
        reached().stream()
                .filter(Reached::isGrantable)
                .forEach(reached -> fields.put(
                        reached.object().name() + "." + reached.field().name(), false));
        LineCounts.of(plan).forEach(field -> fields.put(field.path(), false));
        UsageAmount.of(plan).ifPresent(field -> fields.put(field.path(), false));
        for (Idea idea : Idea.of(Part.USAGE)) {
            plan.mapping()
                    .find(idea)
                    .filter(name -> isGrantable(idea, name))
                    .ifPresent(name -> fields.put(plan.usage() + "." + name, idea.isWritten()));
        }
        return fields;
    }

    /** Required fields come with the object: those that are made so, and those that the org has made so. */
    private boolean isGrantable(Idea idea, String name) {
        return plan.field(plan.usage(), name)
                .map(Grants::isOptional)
                .orElse(idea != Idea.EXTERNAL_ID && idea != Idea.CONTRACT_PRODUCT);
    }

    private static boolean isOptional(OrgField field) {
        return field.isNillable() || field.type().equals("boolean");
    }

    private List<Reached> reached() {
        List<Reached> all = new ArrayList<>();
        paths(Part.CONTRACT).forEach(path -> all.addAll(Reached.along(plan.schema(), plan.contract(), path)));
        paths(Part.CONTRACT_PRODUCT).forEach(path -> all.addAll(Reached.along(plan.schema(), plan.line(), path)));
        return all;
    }

    /** Every path that starts at the object of a part. */
    private List<String> paths(Part part) {
        return Stream.concat(
                        Idea.of(part).stream().map(plan.mapping()::find).flatMap(Optional::stream),
                        plan.mapping().only(part).stream().map(Condition::field))
                .toList();
    }
}
