package dev.tailback.crm.table;

import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as our user may use it.
 *
 * @param key the primary key's one column
 * @param columns those that our user may read
 * @param broken for each constraint and unique index of one column, that column
 */
record Table(TableName name, Column key, List<Column> columns, Map<String, String> broken) {

    Table {
        columns = List.copyOf(columns);
        broken = Map.copyOf(broken);
    }

    Optional<Column> column(String called) {
        return columns.stream().filter(column -> column.name().equals(called)).findFirst();
    }

    /** SQL that reads a text as an id; only for a text that {@link #isId}. */
    String id(String text) {
        return text + "::" + key.type();
    }

    /** Whether a text may be an id of this table; others cannot be asked for. */
    boolean isId(String text) {
        return switch (key.base()) {
            case "int2" -> isWhole(text, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int4" -> isWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int8" -> isWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case "uuid" -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            default -> !text.isEmpty() && text.length() <= TableCursor.LONGEST_ID && text.indexOf('\0') < 0;
        };
    }

    private static boolean isWhole(String text, long least, long most) {
        if (!text.matches("-?[0-9]{1,18}")) {
            return text.matches("-?[0-9]{19}") && most == Long.MAX_VALUE && fitsLong(text);
        }
        long number = Long.parseLong(text);
        return number >= least && number <= most;
    }

    private static boolean fitsLong(String digits) {
        return new java.math.BigInteger(digits).bitLength() < Long.SIZE;
    }

    OrgObject object() {
        return new OrgObject(
                name.toString(),
                name.table(),
                true,
                columns.stream().anyMatch(Column::mayInsert),
                columns.stream().anyMatch(Column::mayUpdate),
                columns.stream().map(Column::field).toList(),
                List.of());
    }
}
