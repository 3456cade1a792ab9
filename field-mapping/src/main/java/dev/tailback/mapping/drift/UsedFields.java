package dev.tailback.mapping.drift;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which fields of which objects a mapping uses, with those on the way. */
record UsedFields(Mapping mapping, OrgSchema schema, Map<String, Set<String>> byObject) {

    static Map<String, Set<String>> of(Mapping mapping, OrgSchema schema) {
        UsedFields used = new UsedFields(mapping, schema, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        for (Part part : Part.values()) {
            schema.object(mapping.object(part)).ifPresent(object -> {
                used.add(object, "Id");
                used.paths(part).forEach(path -> used.follow(object, FieldPath.of(path)));
            });
        }
        schema.object(mapping.object(Part.USAGE)).ifPresent(used::demanded);
        return used.byObject();
    }

    private Stream<String> paths(Part part) {
        return Stream.concat(
                mapping.fields().entrySet().stream()
                        .filter(field -> field.getKey().part() == part)
                        .map(Map.Entry::getValue),
                mapping.only(part).stream().map(Condition::field));
    }

    private void follow(OrgObject start, FieldPath path) {
        Optional<OrgObject> from = Optional.of(start);
        for (String relationship : path.relationships()) {
            Optional<OrgField> reference = from.flatMap(object -> object.reference(relationship));
            from.ifPresent(object -> reference.ifPresent(field -> add(object, field.name())));
            from = reference
                    .filter(field -> field.referenceTo().size() == 1)
                    .flatMap(field -> schema.object(field.referenceTo().get(0)));
        }
        from.ifPresent(object -> add(object, path.field()));
    }

    /** What a new usage record must have, whether the mapping fills it or not. */
    private void demanded(OrgObject usage) {
        usage.fields().stream()
                .filter(field -> field.name().endsWith("__c") && !field.isNillable() && field.isCreateable())
                .filter(field -> !field.type().equals("boolean"))
                .forEach(field -> add(usage, field.name()));
    }

    private void add(OrgObject object, String field) {
        byObject.computeIfAbsent(object.name(), name -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                .add(field);
    }
}
