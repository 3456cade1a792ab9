package dev.tailback.salesforce.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Relationships lead to objects, roll-ups to fields of their details, details take their sharing from the master. */
final class FieldReferences {

    private static final Set<String> NUMBERS = Set.of("Number", "Currency", "Percent", "Summary");

    private FieldReferences() {}

    static List<String> faults(Model model) {
        Stream<String> fields = model.customFields()
                .flatMap(field -> Stream.of(reference(model, field), rollUp(model, field), filters(model, field))
                        .flatMap(List::stream));
        Stream<String> sharing =
                model.tree().ofType("CustomObject").stream().flatMap(object -> sharing(model, object).stream());
        return Stream.concat(fields, sharing).toList();
    }

    private static List<String> reference(Model model, SchemaFile field) {
        return field.text("referenceTo")
                .filter(target -> !model.hasObject(target))
                .map(target -> Model.fault(field, "refers to an unknown object " + target))
                .orElse(List.of());
    }

    private static List<String> rollUp(Model model, SchemaFile field) {
        if (field.text("summaryForeignKey").isEmpty()) {
            return List.of();
        }
        String key = field.text("summaryForeignKey").orElseThrow();
        boolean master = model.path(key)
                .filter(detail -> detail.text("referenceTo")
                        .filter(field.object()::equals)
                        .isPresent())
                .filter(detail ->
                        detail.text("type").filter("MasterDetail"::equals).isPresent())
                .isPresent();
        if (!master) {
            return Model.fault(
                    field, "rolls up over " + key + ", which is no master-detail field to " + field.object());
        }
        String summed = field.text("summarizedField").orElse("");
        boolean number = model.path(summed)
                .filter(source -> NUMBERS.contains(source.text("type").orElse("")))
                .isPresent();
        return summed.isEmpty() || number
                ? List.of()
                : Model.fault(field, "rolls up " + summed + ", which is no number field");
    }

    /**
     * A roll-up may not filter on a formula that looks at another object, because nothing tells it when that changes.
     */
    private static List<String> filters(Model model, SchemaFile field) {
        return field.all("summaryFilterItems").stream()
                .map(item -> SchemaFile.text(item, "field").orElse(""))
                .flatMap(path -> filter(model, field, path).stream())
                .toList();
    }

    private static List<String> filter(Model model, SchemaFile field, String path) {
        if (model.path(path).isEmpty()) {
            return Model.fault(field, "filters on an unknown field " + path);
        }
        String formula =
                model.path(path).flatMap(source -> source.text("formula")).orElse("");
        boolean crossing = formula.contains("__r.") || formula.contains("$");
        return crossing ? Model.fault(field, "filters on " + path + ", a formula across objects") : List.of();
    }

    private static List<String> sharing(Model model, SchemaFile object) {
        boolean controlled =
                object.text("sharingModel").filter("ControlledByParent"::equals).isPresent();
        return model.isDetail(object.name()) != controlled
                ? Model.fault(object, "is a detail, so its sharingModel is ControlledByParent, and only then")
                : List.of();
    }
}
