package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.declared.DeclaredObject.DeclaredField;
import dev.tailback.salesforce.text.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Between the JSON of an object's records and the contract's. */
record RecordShape(DeclaredObject object, Times times) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:@=+|~-]{0,199}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    static boolean isId(String text) {
        return ID.matcher(text).matches() && !text.contains("..");
    }

    String id(JsonNode record) {
        JsonNode id = object.id().in(record);
        if ((id.isTextual() || id.isIntegralNumber()) && isId(id.asText())) {
            return id.asText();
        }
        throw new CutAnswer("A record in the answer has no id where the file says that one stands: see 'id' of "
                + object.name() + ", and who answers in the CRM's place.");
    }

    Instant changedAt(JsonNode record) {
        return times.at(object.changedAt().in(record));
    }

    SourceRecord read(JsonNode record, Collection<String> fields) {
        return new SourceRecord(
                object.name(),
                id(record),
                values(record, fields, true),
                object.createdAt()
                        .filter(place -> place.in(record).isValueNode()
                                && !place.in(record).isNull())
                        .map(place -> times.at(place.in(record))),
                changedAt(record),
                Map.of(),
                Optional.empty());
    }

    /** @param isWhole whether a field that is missing is empty; else it was not told */
    Map<String, String> values(JsonNode record, Collection<String> fields, boolean isWhole) {
        JsonNode all = object.values().in(record);
        Map<String, String> values = new HashMap<>();
        for (String name : fields) {
            JsonNode value = object.field(name).orElseThrow().at().in(all);
            if (isWhole || !value.isMissingNode()) {
                values.put(name, text(name, value));
            }
        }
        return values;
    }

    private static String text(String name, JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(one -> text(name, one))
                    .collect(Collectors.joining(";"));
        }
        if (value.isObject()) {
            throw new CutAnswer(
                    "The field '" + name + "' in the answer is no single value: see 'at' of the field, and who "
                            + "answers in the CRM's place.");
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** A body that gives a record these values. */
    ObjectNode body(Map<String, String> values) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ObjectNode into = object.writeTo().made(root);
        values.forEach((name, value) -> {
            DeclaredField field = object.field(name).orElseThrow();
            field.at().set(into, json(field, value));
        });
        return root;
    }

    private JsonNode json(DeclaredField field, String value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.isEmpty()) {
            return object.isEmptyText() ? json.textNode("") : json.nullNode();
        }
        if (object.isAllText()) {
            return json.textNode(value);
        }
        return switch (field.type()) {
            case "double" -> json.numberNode(new BigDecimal(value));
            case "boolean" -> json.booleanNode(value.equals("true"));
            case "multipicklist" -> Json.MAPPER.valueToTree(List.of(value.split(";", -1)));
            default -> json.textNode(value);
        };
    }

    /** Whether the value can be written as JSON of the field's type. */
    boolean fits(DeclaredField field, String value) {
        if (value.isEmpty() || object.isAllText()) {
            return true;
        }
        return switch (field.type()) {
            case "double" -> NUMBER.matcher(value).matches();
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> true;
        };
    }
}
