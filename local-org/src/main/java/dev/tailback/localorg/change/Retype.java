package dev.tailback.localorg.change;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.MetadataException;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a value when its field changes. Kept are values between kinds of numbers, kinds of text, from numbers,
 * picklists and auto-numbers to text, from a picklist to several values, from text to an auto-number. Salesforce loses
 * all others (help, page on converting the type of a custom field), so they are refused while a row holds one.
 */
final class Retype {
    private static final Set<FieldType> TEXTS = Set.of(
            FieldType.STRING, FieldType.TEXTAREA, FieldType.EMAIL, FieldType.PHONE, FieldType.URL, FieldType.COMBOBOX);

    private final Field old;
    private final Field now;

    Retype(Field old, Field now) {
        this.old = old;
        this.now = now;
        if (isComputed(old) != isComputed(now)) {
            throw new MetadataException(
                    now.file(), "a computed field cannot become an entered one, nor the other way; remove it first");
        }
    }

    private static boolean isComputed(Field field) {
        return field.isFormula() || field.origin().rollUp().isPresent();
    }

    /** True when every value stays as it is. */
    boolean isNone() {
        return isComputed(now)
                || old.type() == now.type()
                        && old.size().equals(now.size())
                        && old.reference().equals(now.reference())
                        && isNumbered(old) == isNumbered(now);
    }

    private static boolean isNumbered(Field field) {
        return field.origin().autoNumber().isPresent();
    }

    /** The value as the new field holds it; null is blank. */
    @Nullable
    Object value(Row row, @Nullable Object value) {
        if (value == null || old.type() == FieldType.BOOLEAN && value.equals(false)) {
            return blank(row);
        }
        if (old.type().isNumber() && now.type().isNumber()) {
            return number(row, (BigDecimal) value);
        }
        if (keepsText() && !toNumbered()) {
            return fitting(row, value instanceof BigDecimal number ? written(number) : value.toString());
        }
        return other(row, value);
    }

    private @Nullable Object other(Row row, Object value) {
        if (old.type() == FieldType.PICKLIST && now.type() == FieldType.MULTIPICKLIST) {
            return now.picklist()
                    .flatMap(list -> list.canonical((String) value))
                    .orElse(null);
        }
        if (old.type() == now.type() && now.type() != FieldType.REFERENCE && !toNumbered()) {
            return value;
        }
        if (old.type() == FieldType.REFERENCE && now.type() == FieldType.REFERENCE && pointsToTheSame()) {
            return value;
        }
        if (row.isDeleted()) {
            return blank(row);
        }
        throw lost(row);
    }

    private boolean pointsToTheSame() {
        return old.reference()
                .orElseThrow()
                .targets()
                .equals(now.reference().orElseThrow().targets());
    }

    private boolean keepsText() {
        return TEXTS.contains(now.type())
                && (TEXTS.contains(old.type())
                        || old.type() == FieldType.PICKLIST
                        || old.type().isNumber());
    }

    /** Only a text becomes an auto-number and keeps its values. */
    private boolean toNumbered() {
        return isNumbered(now) && !isNumbered(old) && old.type() != FieldType.STRING;
    }

    private @Nullable Object blank(Row row) {
        if (now.isMaster() && !row.isDeleted()) {
            throw new MetadataException(
                    now.file(), "cannot have a master as long as a row such as " + row.id() + " points to none");
        }
        return now.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
    }

    private Object number(Row row, BigDecimal value) {
        BigDecimal rounded = value.setScale(now.size().scale(), RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale()
                > now.size().precision() - now.size().scale()) {
            throw tooLarge(row);
        }
        return rounded;
    }

    private Object fitting(Row row, String text) {
        if (now.size().length() > 0 && text.length() > now.size().length()) {
            throw tooLarge(row);
        }
        return text;
    }

    private static String written(BigDecimal number) {
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }

    private MetadataException tooLarge(Row row) {
        return new MetadataException(now.file(), "is too small for what the row " + row.id() + " holds");
    }

    private MetadataException lost(Row row) {
        return new MetadataException(
                now.file(),
                "Salesforce keeps no value of " + old.path() + " when its type "
                        + old.type().word() + " becomes " + now.type().word() + ", and the row " + row.id()
                        + " holds one; clear the field first");
    }
}
