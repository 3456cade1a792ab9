package dev.tailback.crm.table;

import dev.tailback.mapping.schema.OrgField;
import java.util.List;
import java.util.Optional;

/**
 * A column as the catalogue describes it to our user.
 *
 * @param type quoted, with its schema and without length, since a cast to a length would cut
 * @param fullType with length, for a trial
 * @param base the type below a domain, or the type itself
 * @param length letters, digits' place is 0; what a text may have at most
 * @param isFixed the database computes it
 * @param isUnique on its own, for all rows
 */
record Column(
        String name,
        String label,
        String type,
        String fullType,
        String base,
        Form form,
        int length,
        int precision,
        int scale,
        boolean isRequired,
        boolean isDefaulted,
        boolean isFixed,
        boolean mayInsert,
        boolean mayUpdate,
        boolean isUnique,
        boolean isKey,
        List<String> choices) {

    String sql() {
        return TableName.quoted(name);
    }

    /** SQL for its value as the contract writes it. */
    String told(String alias) {
        return form.told(alias + "." + sql());
    }

    /** SQL for a bound value. */
    String bound() {
        return "?::" + type;
    }

    /**
     * SQL that tells whether the row {@code t} would change by a bound value. Numbers and times are compared as the column
     * rounds them, texts letter by letter, whatever their type takes for equal.
     */
    String differs() {
        String own = "t." + sql();
        return switch (form) {
            case TEXT, OTHER -> form.text(own) + " is distinct from " + form.text("(" + bound() + ")");
            case FLAG, NUMBER, DATE, MOMENT, LOCAL_MOMENT, CHOICE -> own + " is distinct from ?::" + fullType;
        };
    }

    /** What is bound for a value of the contract; an empty field is null wherever null may stand. */
    Optional<String> bindable(String value) {
        boolean isNull = value.isEmpty() && !(isRequired && form == Form.TEXT);
        return isNull ? Optional.empty() : Optional.of(value);
    }

    OrgField field() {
        return new OrgField(
                name,
                label,
                form.word(),
                form == Form.TEXT ? length : 0,
                precision,
                scale,
                !isRequired,
                isDefaulted,
                mayInsert && !isFixed,
                mayUpdate && !isFixed && !isKey,
                true,
                isUnique,
                isUnique,
                isFixed,
                form == Form.CHOICE,
                List.of(),
                Optional.empty(),
                choices);
    }
}
