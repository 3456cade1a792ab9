package dev.tailback.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What describe answers. Names that cannot be API names make it unusable, since queries are made of them. */
final class DescribedSchema {

    /** Salesforce allows 800 fields of an object and 1,000 values of a picklist. */
    private static final int MOST_FIELDS = 2_000;

    private static final int MOST_VALUES = 1_000;
    private static final int MOST_OBJECTS = 20_000;

    private DescribedSchema() {}

    static List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        for (JsonNode object : bounded(new Cells(answer).list("sobjects"), MOST_OBJECTS)) {
            names.add(name(object, "name"));
        }
        return List.copyOf(names);
    }

    static OrgObject object(JsonNode answer) {
        Cells object = new Cells(answer);
        List<OrgField> fields = new ArrayList<>();
        bounded(object.list("fields"), MOST_FIELDS).forEach(field -> fields.add(field(field)));
        List<OrgObject.ChildRelationship> children = new ArrayList<>();
        bounded(object.list("childRelationships"), MOST_FIELDS).forEach(child -> children.add(child(child)));
        return new OrgObject(
                name(answer, "name"),
                object.text("label"),
                object.flag("queryable"),
                object.flag("createable"),
                object.flag("updateable"),
                fields,
                children);
    }

    private static OrgField field(JsonNode json) {
        Cells field = new Cells(json);
        return new OrgField(
                name(json, "name"),
                field.text("label"),
                field.text("type"),
                (int) field.whole("length", Integer.MAX_VALUE),
                (int) field.whole("precision", Integer.MAX_VALUE),
                (int) field.whole("scale", Integer.MAX_VALUE),
                field.flag("nillable"),
                isDefaulted(json),
                field.flag("createable"),
                field.flag("updateable"),
                field.flag("filterable"),
                field.flag("unique"),
                field.flag("externalId"),
                field.flag("calculated"),
                field.flag("restrictedPicklist"),
                texts(field.list("referenceTo")),
                Optional.of(field.text("relationshipName")).filter(name -> !name.isEmpty()),
                values(field.list("picklistValues")));
    }

    /** A formula for the default is told by itself, and not by {@code defaultedOnCreate}. */
    private static boolean isDefaulted(JsonNode field) {
        return field.path("defaultedOnCreate").asBoolean(false)
                || field.hasNonNull("defaultValue")
                || field.hasNonNull("defaultValueFormula");
    }

    private static OrgObject.ChildRelationship child(JsonNode json) {
        Cells child = new Cells(json);
        return new OrgObject.ChildRelationship(
                Optional.of(child.text("relationshipName")).filter(name -> !name.isEmpty()),
                name(json, "childSObject"),
                name(json, "field"));
    }

    private static List<String> texts(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(ForeignText.line(name.asText(), Cells.LONGEST_TEXT)));
        return names;
    }

    private static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : bounded(list, MOST_VALUES)) {
            if (value.path("active").asBoolean(true)) {
                values.add(new Cells(value).text("value"));
            }
        }
        return values;
    }

    private static String name(JsonNode json, String key) {
        String name = json.path(key).asText("");
        if (!FieldPath.NAME.matcher(name).matches()) {
            throw new UnusableRow("Salesforce describes something that has no API name (" + ForeignText.line(name, 80)
                    + "). See who answers in its place.");
        }
        return name;
    }

    private static JsonNode bounded(JsonNode list, int most) {
        if (list.size() > most) {
            throw new UnusableRow("Salesforce describes more than " + most + " things of one kind. See who answers in "
                    + "its place.");
        }
        return list;
    }
}
