package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Expression;
import dev.tailback.localorg.formula.FormulaFailure;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Origin;
import dev.tailback.localorg.metadata.Picklist;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the new version of a row: what was there, what was given, and for a new row everything it begins with. */
final class BuildRow {

    private final Formulas formulas;

    BuildRow(Formulas formulas) {
        this.formulas = formulas;
    }

    Row build(Item item, Optional<Row> before, Moment moment) {
        Object[] values = before.map(Row::copy).orElseGet(() -> begun(item, moment));
        for (Field field : item.type().fields()) {
            if (item.gives(field) && field.index() != SystemFields.ID) {
                values[field.index()] = canonical(field, item.given(field));
            }
        }
        if (before.isEmpty()) {
            follow(item, values, moment);
        }
        values[SystemFields.LAST_MODIFIED_DATE] = moment.now();
        values[SystemFields.LAST_MODIFIED_BY] = moment.user().id();
        values[SystemFields.SYSTEM_MODSTAMP] = moment.now();
        return new Row(item.type(), values);
    }

    /** What a new row was not given and takes from what it was given, such as the price of its price book entry. */
    private void follow(Item item, Object[] values, Moment moment) {
        @Nullable Expression[] initials = formulas.initials(item.type());
        for (Field field : item.type().fields()) {
            Expression formula = initials[field.index()];
            if (formula != null && values[field.index()] == null && follows(field)) {
                values[field.index()] = fitting(field, evaluated(formula, new Row(item.type(), values), moment));
            }
        }
    }

    private static boolean follows(Field field) {
        return field.origin().entered().filter(Origin.Entered::followsTheRow).isPresent();
    }

    /** Stores a picklist value in the spelling of its definition. */
    private static @Nullable Object canonical(Field field, @Nullable Object given) {
        if (field.type() != FieldType.PICKLIST || given == null) {
            return given;
        }
        return field.picklist().flatMap(list -> list.canonical((String) given)).orElse((String) given);
    }

    private Object[] begun(Item item, Moment moment) {
        ObjectType type = item.type();
        Object[] values = new Object[type.fields().size()];
        values[SystemFields.ID] = item.id();
        values[SystemFields.IS_DELETED] = false;
        values[SystemFields.CREATED_DATE] = moment.now();
        values[SystemFields.CREATED_BY] = moment.user().id();
        Row row = new Row(type, values);
        @Nullable Expression[] initials = formulas.initials(type);
        for (Field field : type.fields()) {
            if (values[field.index()] == null && !item.gives(field)) {
                values[field.index()] = initial(field, initials[field.index()], row, item, moment);
            }
        }
        return values;
    }

    private @Nullable Object initial(Field field, @Nullable Expression formula, Row row, Item item, Moment moment) {
        if (formula != null && !follows(field)) {
            return fitting(field, evaluated(formula, row, moment));
        }
        return field.origin()
                .fold(
                        entered -> plain(field, item, moment),
                        computed -> null,
                        rollUp -> ofNoDetails(field, rollUp.operation()),
                        number -> AutoNumbers.format(
                                number.format(), moment.transaction().nextCount(field), moment.now()),
                        () -> plain(field, item, moment));
    }

    private static @Nullable Object ofNoDetails(Field field, Origin.RollUpOperation operation) {
        return switch (operation) {
            case COUNT, SUM -> BigDecimal.ZERO.setScale(field.size().scale());
            case MIN, MAX -> null;
        };
    }

    private static @Nullable Object plain(Field field, Item item, Moment moment) {
        if (field.type() == FieldType.BOOLEAN) {
            return false;
        }
        if (field.name().equals("OwnerId")) {
            return moment.user().id();
        }
        if (field.isName() && field.name().equals("Name") && item.type().isCustom()) {
            return item.id();
        }
        return field.picklist().flatMap(Picklist::initial).orElse(null);
    }

    private static @Nullable Object evaluated(Expression formula, Row row, Moment moment) {
        try {
            return formula.evaluate(moment.evaluation(row, Optional.empty()));
        } catch (FormulaFailure e) {
            return null;
        }
    }

    private static @Nullable Object fitting(Field field, @Nullable Object value) {
        return value instanceof BigDecimal number ? number.setScale(field.size().scale(), RoundingMode.HALF_UP) : value;
    }
}
