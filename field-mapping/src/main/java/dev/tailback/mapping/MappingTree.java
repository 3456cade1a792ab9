package dev.tailback.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping as YAML gives it, and what is wrong with it, all at once. */
final class MappingTree {

    /** The form of the file that this version reads. */
    private static final int FORM = 1;

    private static final int LONGEST_NAME = 80;

    private final List<String> reasons = new ArrayList<>();
    private final Branch root;

    MappingTree(Map<?, ?> tree) {
        this.root = new Branch("the file", tree, reasons);
    }

    Mapping read() throws MappingInvalid {
        root.only(Set.of("mapping", "name", "contract", "contractProduct", "usage"));
        form();
        Map<Part, String> objects = new EnumMap<>(Part.class);
        Map<Idea, String> fields = new EnumMap<>(Idea.class);
        Map<Part, List<Condition>> only = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Branch branch = root.branch(part.key());
            branch.only(keys(part));
            branch.text("object").filter(this::isName).ifPresent(object -> objects.put(part, object));
            fields.putAll(fields(part, branch.branch("fields")));
            only.put(part, conditions(branch));
        }
        String name = root.text("name").map(Shown::line).orElse("");
        String listedAs = root.branch("contractProduct")
                .text("listedAs")
                .filter(this::isName)
                .orElse("");
        List<String> fulfilledWhen = root.branch("contract").values("fulfilledWhen");
        if (!reasons.isEmpty()) {
            throw new MappingInvalid(reasons.stream().distinct().toList());
        }
        return new Mapping(shortened(name), objects, listedAs, fields, fulfilledWhen, only);
    }

    private void form() {
        if (!Integer.valueOf(FORM).equals(root.value("mapping"))) {
            reasons.add("'mapping: " + FORM + "' is missing: it says in which form the file is written.");
        }
    }

    private static Set<String> keys(Part part) {
        return switch (part) {
            case CONTRACT -> Set.of("object", "fields", "fulfilledWhen", "only");
            case CONTRACT_PRODUCT -> Set.of("object", "fields", "listedAs", "only");
            case USAGE -> Set.of("object", "fields");
        };
    }

    private Map<Idea, String> fields(Part part, Branch branch) {
        branch.only(Idea.of(part).stream().map(Idea::key).collect(Collectors.toSet()));
        Map<Idea, String> fields = new EnumMap<>(Idea.class);
        for (Idea idea : Idea.of(part)) {
            if (idea.isRequired() || branch.has(idea.key())) {
                branch.text(idea.key()).filter(path -> fits(idea, path)).ifPresent(path -> fields.put(idea, path));
            }
        }
        return fields;
    }

    private boolean fits(Idea idea, String path) {
        if (!FieldPath.isPath(path)) {
            reasons.add(
                    idea.path() + " is " + Shown.quoted(path) + ": name a field by its API name, as Quantity__c, or "
                            + "a field over relationships, as Account.Name.");
            return false;
        }
        boolean isOwn = FieldPath.of(path).relationships().isEmpty();
        if (!isOwn && (idea.part() == Part.USAGE || idea.kind() == Kind.REFERENCE)) {
            reasons.add(idea.path() + " is " + Shown.quoted(path) + ": it must be a field of the object itself.");
            return false;
        }
        return true;
    }

    private boolean isName(String name) {
        boolean isName = FieldPath.NAME.matcher(name).matches();
        if (!isName) {
            reasons.add(Shown.quoted(name) + " is no API name: use the one that Salesforce's setup shows, as Order or "
                    + "Order_Line__c.");
        }
        return isName;
    }

    private List<Condition> conditions(Branch part) {
        List<Condition> conditions = new ArrayList<>();
        Branch only = part.optional("only");
        for (String path : only.keys()) {
            List<String> values = only.values(path);
            if (!FieldPath.isPath(path)) {
                reasons.add("only: " + Shown.quoted(path) + " is no field: use its API name.");
            } else if (!values.isEmpty()) {
                conditions.add(new Condition(path, values));
            }
        }
        return conditions;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
