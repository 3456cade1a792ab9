package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.Picklist;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Salesforce checks before any rule of the org: required, size, picklists, references, uniqueness. */
final class SystemChecks {

    void check(Item item, Row after, Moment moment) {
        checkRequired(item, after);
        for (Field field : item.type().fields()) {
            Object value = after.value(field.index());
            if (value != null && item.gives(field)) {
                check(item, field, value, moment);
            }
        }
        checkUnique(item, after, moment);
    }

    private void checkRequired(Item item, Row after) {
        List<String> missing = new ArrayList<>();
        for (Field field : item.type().fields()) {
            boolean entered = field.origin().entered().isPresent();
            if (entered && field.constraints().required() && after.value(field.index()) == null) {
                missing.add(field.name());
            }
        }
        if (!missing.isEmpty()) {
            item.fail(new SaveError("REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
        }
    }

    private void check(Item item, Field field, Object value, Moment moment) {
        switch (field.type()) {
            case STRING, TEXTAREA, PHONE, URL, COMBOBOX -> checkLength(item, field, (String) value);
            case EMAIL -> checkEmail(item, field, (String) value);
            case INT, DOUBLE, CURRENCY, PERCENT -> checkRange(item, field, (BigDecimal) value);
            case PICKLIST -> checkPicked(item, field, List.of((String) value));
            case MULTIPICKLIST -> checkPicked(item, field, List.of(((String) value).split(";")));
            case REFERENCE -> checkReference(item, field, (String) value, moment);
            case ID, BOOLEAN, DATE, DATETIME, TIME -> {
                // nothing beyond their type
            }
        }
    }

    private void checkLength(Item item, Field field, String text) {
        int most = field.size().length();
        if (most > 0 && text.length() > most) {
            item.fail(SaveError.on(
                    "STRING_TOO_LONG",
                    field.name(),
                    field.label() + ": data value too large: " + text + " (max length=" + most + ")"));
        }
    }

    private void checkEmail(Item item, Field field, String text) {
        checkLength(item, field, text);
        if (!text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            item.fail(SaveError.on(
                    "INVALID_EMAIL_ADDRESS", field.name(), field.label() + ": invalid email address: " + text));
        }
    }

    private void checkRange(Item item, Field field, BigDecimal number) {
        if (number.precision() - number.scale()
                > field.size().precision() - field.size().scale()) {
            item.fail(SaveError.on(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.name(),
                    field.label() + ": value outside of valid range on numeric field: " + number.toPlainString()));
        }
    }

    private void checkPicked(Item item, Field field, List<String> values) {
        Picklist picklist = field.picklist().filter(Picklist::restricted).orElse(null);
        if (picklist == null) {
            return;
        }
        for (String value : values) {
            if (picklist.canonical(value).isEmpty()) {
                item.fail(SaveError.on(
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                        field.name(),
                        field.label() + ": bad value for restricted picklist field: " + value));
            }
        }
    }

    private void checkReference(Item item, Field field, String id, Moment moment) {
        Optional<Row> target = moment.transaction().find(id);
        if (field.name().equals("RecordTypeId")) {
            checkRecordType(item, field, id, target);
        } else if (target.isEmpty()) {
            item.fail(SaveError.on("INVALID_CROSS_REFERENCE_KEY", field.name(), "invalid cross reference id"));
        } else if (!field.reference()
                .orElseThrow()
                .targets()
                .contains(target.get().type().name())) {
            item.fail(SaveError.on(
                    "FIELD_INTEGRITY_EXCEPTION", field.name(), field.label() + ": id value of incorrect type: " + id));
        }
    }

    private void checkRecordType(Item item, Field field, String id, Optional<Row> target) {
        boolean fits = target.filter(row -> row.type().name().equals("RecordType"))
                .filter(row -> item.type().name().equals(value(row, "SobjectType")))
                .filter(row -> Boolean.TRUE.equals(value(row, "IsActive")))
                .isPresent();
        if (!fits) {
            item.fail(SaveError.on(
                    "INVALID_CROSS_REFERENCE_KEY",
                    field.name(),
                    "Record Type ID: this ID value isn't valid for the user: " + id));
        }
    }

    private static @Nullable Object value(Row row, String field) {
        return row.value(row.type().field(field).orElseThrow().index());
    }

    private void checkUnique(Item item, Row after, Moment moment) {
        for (Field field : item.type().keys()) {
            Object value = after.value(field.index());
            boolean isTaken = item.gives(field) || item.isCreated();
            if (field.constraints().unique() && value != null && isTaken) {
                moment.transaction().byKey(field, value).stream()
                        .filter(other -> !other.id().equals(after.id()))
                        .findFirst()
                        .ifPresent(other -> item.fail(duplicate(field, other)));
            }
        }
    }

    private static SaveError duplicate(Field field, Row other) {
        return SaveError.on(
                "DUPLICATE_VALUE",
                field.name(),
                "duplicate value found: " + field.name() + " duplicates value on record with id: "
                        + Ids.brief(other.id()));
    }
}
