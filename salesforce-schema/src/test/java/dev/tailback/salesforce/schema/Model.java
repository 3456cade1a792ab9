package dev.tailback.salesforce.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects and fields that names in other files must lead to. */
final class Model {

    /** Standard objects that a schema here stands on, with the fields it may name. */
    private static final Map<String, Set<String>> STANDARD = Map.of(
            "Account", Set.of("Name"),
            "Contact", Set.of("AccountId", "FirstName", "LastName"),
            "Contract",
                    Set.of("AccountId", "ContractNumber", "OwnerId", "Status", "StartDate", "EndDate", "ContractTerm"),
            "Order", Set.of("AccountId", "OrderNumber", "Status", "EffectiveDate", "EndDate"),
            "OrderItem", Set.of("OrderId", "Product2Id", "PricebookEntryId", "Quantity", "UnitPrice"),
            "Product2", Set.of("ProductCode", "IsActive"),
            "Pricebook2", Set.of("IsActive"));

    private static final Set<String> ON_EVERY_OBJECT =
            Set.of("Id", "Name", "CreatedById", "CreatedDate", "LastModifiedById", "LastModifiedDate");

    private final SchemaTree tree;
    private final Map<String, Map<String, SchemaFile>> fields = new HashMap<>();

    Model(SchemaTree tree) {
        this.tree = tree;
        STANDARD.keySet().forEach(object -> fields.put(object, new HashMap<>()));
        tree.ofType("CustomObject").forEach(object -> fields.computeIfAbsent(object.name(), key -> new HashMap<>()));
        tree.ofType("CustomField")
                .forEach(field -> fields.computeIfAbsent(field.object(), key -> new HashMap<>())
                        .put(field.name(), field));
    }

    SchemaTree tree() {
        return tree;
    }

    boolean hasObject(String object) {
        return fields.containsKey(object);
    }

    Optional<SchemaFile> field(String object, String name) {
        return Optional.ofNullable(fields.getOrDefault(object, Map.of()).get(name));
    }

    boolean hasField(String object, String name) {
        return hasObject(object)
                && (field(object, name).isPresent()
                        || ON_EVERY_OBJECT.contains(name)
                        || STANDARD.getOrDefault(object, Set.of()).contains(name));
    }

    /** A custom field given as Object.Field. */
    Optional<SchemaFile> path(String path) {
        String[] parts = path.split("\\.", 2);
        return parts.length == 2 ? field(parts[0], parts[1]) : Optional.empty();
    }

    /** The object on the detail side of a child relationship, named as in a query: {@code Contract_Products__r}. */
    Optional<String> child(String parent, String relationship) {
        return customFields()
                .filter(field ->
                        field.text("referenceTo").filter(parent::equals).isPresent())
                .filter(field -> (field.text("relationshipName").orElse("") + "__r").equals(relationship))
                .map(SchemaFile::object)
                .findFirst();
    }

    /**
     * The object a relationship on the way up leads to: {@code Account} from Contract, {@code Contract__r} from a line.
     */
    Optional<String> parent(String object, String relationship) {
        if (relationship.endsWith("__r")) {
            return field(object, relationship.replaceFirst("__r$", "__c")).flatMap(field -> field.text("referenceTo"));
        }
        return hasField(object, relationship + "Id") && hasObject(relationship)
                ? Optional.of(relationship)
                : Optional.empty();
    }

    Stream<SchemaFile> customFields() {
        return fields.values().stream().flatMap(named -> named.values().stream());
    }

    boolean isDetail(String object) {
        return fields.getOrDefault(object, Map.of()).values().stream()
                .anyMatch(field ->
                        field.text("type").filter("MasterDetail"::equals).isPresent());
    }

    Set<String> names(String type) {
        return tree.ofType(type).stream().map(SchemaFile::name).collect(Collectors.toSet());
    }

    static List<String> fault(SchemaFile file, String what) {
        return List.of(file.path().getFileName() + ": " + what);
    }
}
