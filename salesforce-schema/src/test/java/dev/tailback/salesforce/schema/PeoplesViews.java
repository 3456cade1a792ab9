package dev.tailback.salesforce.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Layouts, list views, compact layouts and policy records name fields that exist. */
final class PeoplesViews {

    /**
     * List views call standard fields by names of their own. Those of Contract come from no document: only a real org
     * can prove them.
     */
    private static final Map<String, Set<String>> COLUMNS =
            Map.of("Contract", Set.of("CONTRACT.CONTRACT_NUMBER", "ACCOUNT.NAME"));

    private static final Set<String> COLUMNS_OF_ALL = Set.of("NAME", "CREATED_DATE", "LAST_UPDATE");

    private PeoplesViews() {}

    static List<String> faults(Model model) {
        return Stream.of(
                        each(model, "Layout", PeoplesViews::layout),
                        each(model, "ListView", PeoplesViews::listView),
                        each(model, "CompactLayout", PeoplesViews::compactLayout),
                        each(model, "CustomMetadata", PeoplesViews::policy),
                        each(model, "CustomObject", PeoplesViews::assignment))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> each(Model model, String type, BiFunction<Model, SchemaFile, List<String>> check) {
        return model.tree().ofType(type).stream()
                .flatMap(file -> check.apply(model, file).stream())
                .toList();
    }

    private static List<String> layout(Model model, SchemaFile layout) {
        String object = layout.name().substring(0, layout.name().indexOf('-'));
        Stream<String> items =
                unknown(model, layout, object, layout.texts("layoutSections", "layoutColumns", "layoutItems", "field"));
        Stream<String> lists = layout.all("relatedLists").stream().flatMap(list -> {
            String path = SchemaFile.text(list, "relatedList").orElse("");
            boolean known = model.path(path)
                    .filter(field ->
                            field.text("referenceTo").filter(object::equals).isPresent())
                    .isPresent();
            return known
                    ? unknown(model, layout, path.split("\\.")[0], columns(SchemaFile.texts(list, "fields")))
                    : Model.fault(layout, "shows an unknown related list " + path).stream();
        });
        return Stream.concat(items, lists).toList();
    }

    private static List<String> listView(Model model, SchemaFile view) {
        Set<String> special = COLUMNS.getOrDefault(view.object(), Set.of());
        List<String> named = Stream.concat(view.texts("columns").stream(), view.texts("filters", "field").stream())
                .filter(column -> !special.contains(column))
                .toList();
        return unknown(model, view, view.object(), columns(named)).toList();
    }

    private static List<String> compactLayout(Model model, SchemaFile layout) {
        return unknown(model, layout, layout.object(), layout.texts("fields")).toList();
    }

    private static List<String> policy(Model model, SchemaFile policy) {
        String type = policy.name().substring(0, policy.name().indexOf('.')) + "__mdt";
        return model.hasObject(type)
                ? unknown(model, policy, type, policy.texts("values", "field")).toList()
                : Model.fault(policy, "is a record of an unknown type " + type);
    }

    private static List<String> assignment(Model model, SchemaFile object) {
        return object.text("compactLayoutAssignment")
                .filter(name -> !model.names("CompactLayout").contains(name))
                .map(name -> Model.fault(object, "uses an unknown compact layout " + name))
                .orElse(List.of());
    }

    private static List<String> columns(List<String> named) {
        return named.stream().filter(column -> !COLUMNS_OF_ALL.contains(column)).toList();
    }

    private static Stream<String> unknown(Model model, SchemaFile file, String object, List<String> fields) {
        return fields.stream()
                .filter(field -> !model.hasField(object, field))
                .flatMap(field -> Model.fault(file, "shows an unknown field " + object + "." + field).stream());
    }
}
