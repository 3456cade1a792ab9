package dev.tailback.localorg.bulk;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the columns of a job's CSV stand for: fields of the object, and parents by an external id of theirs. */
final class Columns {

    private final ObjectType type;

    Columns(ObjectType type) {
        this.type = type;
    }

    void requireKnown(List<String> header) {
        for (String column : header) {
            String name = column.contains(".") ? column.substring(0, column.indexOf('.')) : column;
            boolean known = column.contains(".")
                    ? type.parent(parentName(name)).isPresent()
                    : type.field(name).isPresent();
            if (!known) {
                throw new IllegalArgumentException("InvalidBatch : Field name not found : " + column);
            }
        }
    }

    /** A reference that may point to several objects is named {@code Owner:User.Username}. */
    private static String parentName(String written) {
        return written.contains(":") ? written.substring(0, written.indexOf(':')) : written;
    }

    Map<String, Object> record(List<String> header, List<String> row) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int index = 0; index < header.size(); index++) {
            String cell = index < row.size() ? row.get(index) : "";
            if (!cell.isEmpty()) {
                put(record, header.get(index), cell);
            }
        }
        return record;
    }

    private void put(Map<String, Object> record, String column, String cell) {
        boolean blank = cell.equals(CsvFormat.BLANK);
        int dot = column.indexOf('.');
        if (dot < 0) {
            record.put(column, blank ? null : typed(type.field(column), cell));
            return;
        }
        String parent = column.substring(0, dot);
        Map<String, Object> key = new LinkedHashMap<>();
        if (parent.contains(":")) {
            key.put("attributes", Map.of("type", parent.substring(parent.indexOf(':') + 1)));
        }
        key.put(column.substring(dot + 1), cell);
        record.put(parentName(parent), blank ? null : key);
    }

    /** Truth values may be written in any case, or as 1 and 0. */
    private static Object typed(Optional<Field> field, String cell) {
        if (field.filter(known -> known.type() == FieldType.BOOLEAN).isEmpty()) {
            return cell;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        return word.equals("1") ? "true" : word.equals("0") ? "false" : word;
    }
}
