package dev.tailback.salesforce.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Permission sets name what exists, grant what Salesforce lets them grant, and nobody may delete or see all. */
final class PermissionSets {

    private PermissionSets() {}

    static List<String> faults(Model model) {
        return model.tree().ofType("PermissionSet").stream()
                .flatMap(set -> Stream.of(objects(model, set), fields(model, set), names(model, set))
                        .flatMap(List::stream))
                .toList();
    }

    private static List<String> objects(Model model, SchemaFile set) {
        List<String> faults = new ArrayList<>();
        Set<String> readable = readable(set);
        for (Element object : set.all("objectPermissions")) {
            String name = SchemaFile.text(object, "object").orElse("");
            if (!model.hasObject(name)) {
                faults.addAll(Model.fault(set, "grants an unknown object " + name));
            }
            for (String right : List.of("allowDelete", "modifyAllRecords", "viewAllRecords")) {
                if (granted(object, right)) {
                    faults.addAll(Model.fault(set, "grants " + right + " on " + name));
                }
            }
            masters(model, name)
                    .filter(master -> !readable.contains(master))
                    .forEach(master ->
                            faults.addAll(Model.fault(set, "grants " + name + " without its master " + master)));
        }
        return faults;
    }

    /** Contract and Contact need Account the way a detail needs its master. */
    private static Stream<String> masters(Model model, String object) {
        if (Set.of("Contract", "Contact").contains(object)) {
            return Stream.of("Account");
        }
        return model.customFields()
                .filter(field -> field.object().equals(object))
                .filter(field ->
                        field.text("type").filter("MasterDetail"::equals).isPresent())
                .map(field -> field.text("referenceTo").orElse(""));
    }

    private static Set<String> readable(SchemaFile set) {
        return set.all("objectPermissions").stream()
                .filter(object -> granted(object, "allowRead"))
                .map(object -> SchemaFile.text(object, "object").orElse(""))
                .collect(Collectors.toSet());
    }

    private static List<String> fields(Model model, SchemaFile set) {
        return set.all("fieldPermissions").stream()
                .flatMap(permission -> field(model, set, permission).stream())
                .toList();
    }

    private static List<String> field(Model model, SchemaFile set, Element permission) {
        String path = SchemaFile.text(permission, "field").orElse("");
        if (model.path(path).isEmpty()) {
            return Model.fault(set, "grants an unknown field " + path);
        }
        SchemaFile field = model.path(path).orElseThrow();
        String type = field.text("type").orElse("");
        if (type.equals("MasterDetail")
                || field.text("required").filter("true"::equals).isPresent()) {
            return Model.fault(set, "grants " + path + ", which is always granted because it is required");
        }
        boolean computed = type.equals("Summary") || field.text("formula").isPresent();
        return computed && granted(permission, "editable")
                ? Model.fault(set, "lets people edit " + path + ", which is computed")
                : List.of();
    }

    private static List<String> names(Model model, SchemaFile set) {
        List<String> faults = new ArrayList<>();
        set.texts("customPermissions", "name").stream()
                .filter(name -> !model.names("CustomPermission").contains(name))
                .forEach(name -> faults.addAll(Model.fault(set, "grants an unknown custom permission " + name)));
        set.texts("tabSettings", "tab").stream()
                .filter(name -> !model.names("CustomTab").contains(name))
                .forEach(name -> faults.addAll(Model.fault(set, "shows an unknown tab " + name)));
        return faults;
    }

    private static boolean granted(Element permission, String right) {
        return SchemaFile.text(permission, right).filter("true"::equals).isPresent();
    }
}
