package dev.tailback.mapping.drift;

import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One object, field or child of the written form. What is no, 0 or empty is left out. */
record SeenTree(Map<?, ?> values) {

    SeenTree(Object tree) {
        this(tree instanceof Map<?, ?> map ? map : Map.of());
    }

    static Map<String, Object> of(SeenObject seen) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "name", seen.name());
        put(tree, "label", seen.object().label());
        put(tree, "queryable", seen.object().isQueryable());
        put(tree, "createable", seen.object().isCreateable());
        put(tree, "updateable", seen.object().isUpdateable());
        put(tree, "fields", seen.object().fields().stream().map(SeenTree::of).toList());
        put(
                tree,
                "children",
                seen.object().children().stream().map(SeenTree::of).toList());
        put(tree, "others", seen.others());
        return tree;
    }

    private static Map<String, Object> of(OrgField field) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "name", field.name());
        put(tree, "label", field.label());
        put(tree, "type", field.type());
        put(tree, "length", field.length());
        put(tree, "precision", field.precision());
        put(tree, "scale", field.scale());
        put(tree, "nillable", field.isNillable());
        put(tree, "defaulted", field.isDefaulted());
        put(tree, "createable", field.isCreateable());
        put(tree, "updateable", field.isUpdateable());
        put(tree, "filterable", field.isFilterable());
        put(tree, "unique", field.isUnique());
        put(tree, "externalId", field.isExternalId());
        put(tree, "calculated", field.isCalculated());
        put(tree, "restricted", field.isRestrictedPicklist());
        put(tree, "referenceTo", field.referenceTo());
        put(tree, "relationship", field.relationshipName().orElse(""));
        put(tree, "values", field.values());
        return tree;
    }

    private static Map<String, Object> of(ChildRelationship child) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "object", child.object());
        put(tree, "field", child.field());
        put(tree, "name", child.name().orElse(""));
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        if (!List.<Object>of(false, 0, "", List.of()).contains(value)) {
            tree.put(key, value);
        }
    }

    SeenObject object() {
        OrgObject object = new OrgObject(
                text("name"),
                text("label"),
                flag("queryable"),
                flag("createable"),
                flag("updateable"),
                list("fields", tree -> new SeenTree(tree).field()),
                list("children", tree -> new SeenTree(tree).child()));
        return new SeenObject(object, list("others", String::valueOf));
    }

    private OrgField field() {
        return new OrgField(
                text("name"),
                text("label"),
                text("type"),
                whole("length"),
                whole("precision"),
                whole("scale"),
                flag("nillable"),
                flag("defaulted"),
                flag("createable"),
                flag("updateable"),
                flag("filterable"),
                flag("unique"),
                flag("externalId"),
                flag("calculated"),
                flag("restricted"),
                list("referenceTo", String::valueOf),
                filled("relationship"),
                list("values", String::valueOf));
    }

    private ChildRelationship child() {
        return new ChildRelationship(filled("name"), text("object"), text("field"));
    }

    private String text(String key) {
        return String.valueOf(Objects.requireNonNullElse(values.get(key), ""));
    }

    private Optional<String> filled(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    private boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    private int whole(String key) {
        return values.get(key) instanceof Integer number ? number : 0;
    }

    private <T> List<T> list(String key, Function<Object, T> read) {
        return values.get(key) instanceof List<?> list
                ? list.stream().<T>map(read::apply).toList()
                : List.of();
    }
}
