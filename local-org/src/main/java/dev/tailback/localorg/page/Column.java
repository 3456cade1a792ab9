package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a table, by the name that a list view, a layout or a report gives it. */
record Column(Field field) {

    /** Empty when the object has no such field: a column of another project's words. */
    static Optional<Column> named(ObjectType type, String name) {
        return field(type, name).map(Column::new);
    }

    static List<Column> named(ObjectType type, List<String> names) {
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> named(type, name).ifPresent(columns::add));
        return columns;
    }

    static List<Column> of(List<Field> fields) {
        return fields.stream().map(Column::new).toList();
    }

    /** List views call standard fields by words of their own: NAME, LAST_UPDATE, CONTRACT.CONTRACT_NUMBER, ACCOUNT.NAME. */
    static Optional<Field> field(ObjectType type, String name) {
        if (name.equals("NAME")) {
            return type.nameField();
        }
        if (name.equals("LAST_UPDATE")) {
            return type.field("LastModifiedDate");
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            return type.field(name).or(() -> type.field(name.replace("_", ""))).or(() -> type.parent(name));
        }
        String object = name.substring(0, dot);
        return object.toLowerCase(Locale.ROOT).equals(type.name().toLowerCase(Locale.ROOT))
                ? field(type, name.substring(dot + 1))
                : type.parent(object);
    }

    String label() {
        String label = field.label();
        return field.reference().isPresent() ? label.replaceAll(" ID$", "") : label;
    }

    boolean isNumber() {
        return field.type().isNumber();
    }

    String html(Reading reading, Row row) {
        return field.isName() ? reading.link(row) : reading.html(row, field);
    }
}
