package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Written;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.salesforce.text.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record as Salesforce takes it. Each value has the JSON type that its field wants, since one wrong type makes Salesforce
 * refuse all records of a call.
 */
record RecordJson(OrgObject object) {

    private static final Set<String> NUMBERS = Set.of("double", "currency", "percent", "int", "long");
    private static final int MOST_DIGITS = 40;

    /** The first value that cannot be sent. */
    Optional<Written> unfit(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(value -> unfit(value.getKey(), value.getValue()).stream())
                .findFirst();
    }

    private Optional<Written> unfit(String name, String value) {
        Optional<OrgField> field = object.field(name);
        if (field.isEmpty()) {
            return refused(
                    "INVALID_FIELD",
                    "The object " + object.name() + " has no field " + name
                            + " that our user may see: check the mapping and the rights.",
                    name);
        }
        String type = field.get().type();
        if (type.equals("boolean") && !value.equals("true") && !value.equals("false")) {
            return refused("INVALID_TYPE", "The checkbox " + name + " takes true or false, and never nothing.", name);
        }
        if (NUMBERS.contains(type) && !value.isEmpty() && !isNumber(value)) {
            return refused("INVALID_TYPE", "The field " + name + " takes a number.", name);
        }
        return Optional.empty();
    }

    private static Optional<Written> refused(String code, String reason, String field) {
        return Optional.of(new Written.Refused(code, reason, Optional.of(field), false));
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= MOST_DIGITS && new BigDecimal(value).abs().scale() > -MOST_DIGITS;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    ObjectNode withType(Map<String, String> values) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.putObject("attributes").put("type", object.name());
        return record.setAll(plain(values));
    }

    /** Values that are not unfit. */
    ObjectNode plain(Map<String, String> values) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        values.forEach((name, value) -> put(record, name, value));
        return record;
    }

    /** The same value as a cell of a job. */
    String cell(String name, String value) {
        String type = object.field(name).map(OrgField::type).orElse("");
        return NUMBERS.contains(type) && !value.isEmpty() ? new BigDecimal(value).toPlainString() : value;
    }

    private void put(ObjectNode record, String name, String value) {
        String type = object.field(name).map(OrgField::type).orElse("");
        if (value.isEmpty()) {
            record.putNull(name);
        } else if (type.equals("boolean")) {
            record.put(name, value.equals("true"));
        } else if (NUMBERS.contains(type)) {
            record.put(name, new BigDecimal(value));
        } else {
            record.put(name, value);
        }
    }

    /** Whether both stand for one value of this field. */
    boolean isSame(String name, String one, String other) {
        String type = object.field(name).map(OrgField::type).orElse("");
        return one.equals(other)
                || NUMBERS.contains(type)
                        && isNumber(one)
                        && isNumber(other)
                        && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }
}
