package dev.tailback.mapping.check;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An org's describes for a test: one that is as it should be, with what a test changes. */
public final class Described {

    private final Map<String, Thing> things = new TreeMap<>();

    /** Orders with products, and an object for their usage. */
    public static Described orders() {
        Described org = new Described();
        org.object("Account").field("Name", "string", field -> {});
        org.object("Product2").field("Name", "string", field -> {});
        org.object("Order")
                .field("OrderNumber", "string", field -> {})
                .field("AccountId", "reference", field -> field.to("Account", "Account"))
                .field("OwnerId", "reference", field -> field.to("Owner", "User", "Group"))
                .field("Status", "picklist", field -> {
                    field.values = List.of("Draft", "Completed", "Closed");
                    field.isRestricted = true;
                })
                .field("IsReductionOrder", "boolean", field -> {})
                .field("EndDate", "date", field -> {})
                .child(new ChildRelationship(Optional.of("OrderItems"), "OrderItem", "OrderId"))
                .child(new ChildRelationship(Optional.of("ParentOrders"), "OrderItem", "FirstOrderId"));
        org.object("OrderItem")
                .field("OrderId", "reference", field -> field.to("Order", "Order"))
                .field("Product2Id", "reference", field -> field.to("Product2", "Product2"))
                .field("Quantity", "double", field -> field.precision = 18)
                .field("UnitPrice", "currency", field -> field.precision = 18)
                .field("Used__c", "double", field -> field.isCalculated = true);
        Thing usage = org.object("Use__c")
                .field("Key__c", "string", field -> {
                    field.length = 36;
                    field.isUnique = true;
                    field.isExternalId = true;
                })
                .field("Line__c", "reference", field -> field.to("Line__r", "OrderItem"))
                .field("Units__c", "double", field -> field.precision = 18)
                .field("Version__c", "double", field -> field.precision = 18)
                .field("Void__c", "boolean", field -> {})
                .field("Ad__c", "string", field -> field.length = 80)
                .field("Title__c", "string", field -> field.length = 200);
        usage.isWritable = true;
        return org;
    }

    public Thing object(String name) {
        return things.computeIfAbsent(name, Thing::new);
    }

    public Described without(String object) {
        things.remove(object);
        return this;
    }

    public Described with(String object, String field, Consumer<Field> change) {
        change.accept(object(object).fields.get(field));
        return this;
    }

    public Described add(String object, String field, String type, Consumer<Field> change) {
        object(object).field(field, type, change);
        return this;
    }

    public Described withoutField(String object, String field) {
        object(object).fields.remove(field);
        return this;
    }

    public Described renamed(String object, String field, String to) {
        Field gone = Optional.ofNullable(object(object).fields.remove(field)).orElseThrow();
        object(object).fields.put(to, gone.named(to));
        return this;
    }

    public OrgSchema schema() {
        return new OrgSchema(things.entrySet().stream()
                .map(thing -> thing.getValue().described())
                .toList());
    }

    /** Only the objects of these names, as one that asks step by step has them. */
    public OrgSchema schema(Iterable<String> names) {
        List<OrgObject> some = new ArrayList<>();
        names.forEach(name ->
                Optional.ofNullable(things.get(name)).map(Thing::described).ifPresent(some::add));
        return new OrgSchema(some);
    }

    public static final class Thing {
        private final String name;
        private final Map<String, Field> fields = new TreeMap<>();
        private final List<ChildRelationship> children = new ArrayList<>();
        public boolean isQueryable = true;
        public boolean isWritable;

        Thing(String name) {
            this.name = name;
        }

        public Thing field(String field, String type, Consumer<Field> change) {
            Field described = new Field(field, type);
            change.accept(described);
            fields.put(field, described);
            return this;
        }

        public Thing child(ChildRelationship child) {
            children.add(child);
            return this;
        }

        Thing childless() {
            children.clear();
            return this;
        }

        private OrgObject described() {
            return new OrgObject(
                    name,
                    name,
                    isQueryable,
                    isWritable,
                    isWritable,
                    fields.entrySet().stream()
                            .map(field -> field.getValue().described())
                            .toList(),
                    children);
        }
    }

    /** A field that Tailback may do all with, unless a test says otherwise. */
    public static final class Field {
        private final String name;
        public String label;
        public String type;
        public int length;
        public int precision;
        public int scale;
        public boolean isNillable;
        public boolean isDefaulted;
        public boolean isCreateable = true;
        public boolean isUpdateable = true;
        public boolean isFilterable = true;
        public boolean isUnique;
        public boolean isExternalId;
        public boolean isCalculated;
        public boolean isRestricted;
        public List<String> referenceTo = List.of();
        public Optional<String> relationship = Optional.empty();
        public List<String> values = List.of();

        Field(String name, String type) {
            this.name = name;
            this.label = name;
            this.type = type;
        }

        public void to(String relationshipName, String... objects) {
            relationship = Optional.of(relationshipName);
            referenceTo = Arrays.asList(objects);
        }

        private Field named(String other) {
            Field same = new Field(other, type);
            same.label = label;
            same.length = length;
            same.precision = precision;
            same.isUnique = isUnique;
            same.isExternalId = isExternalId;
            same.referenceTo = referenceTo;
            same.relationship = relationship.map(way -> FieldPath.relationship(other));
            same.values = values;
            return same;
        }

        private OrgField described() {
            return new OrgField(
                    name,
                    label,
                    type,
                    length,
                    precision,
                    scale,
                    isNillable,
                    isDefaulted,
                    isCreateable,
                    isUpdateable,
                    isFilterable,
                    isUnique,
                    isExternalId,
                    isCalculated,
                    isRestricted,
                    referenceTo,
                    relationship,
                    values);
        }
    }
}
