package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import dev.tailback.crm.SourceRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads some columns of a table's rows as records. A row of which the log knows nothing has no time: 1970. */
record ReadRows(Table table, List<Column> fields) {

    /** Empty where a field is no column of the table. */
    static Optional<ReadRows> of(Table table, List<String> fields) {
        List<Column> columns = new ArrayList<>();
        fields.forEach(field -> table.column(field).ifPresent(columns::add));
        return columns.size() == fields.size() ? Optional.of(new ReadRows(table, columns)) : Optional.empty();
    }

    static <T> Answer<T> unknownColumn(Table table, List<String> fields) {
        String missing = fields.stream()
                .filter(field -> table.column(field).isEmpty())
                .findFirst()
                .orElse("");
        return new Answer.Refused<>(
                "UNKNOWN_COLUMN",
                "The table " + table.name() + " has no column '" + missing
                        + "' that our user may read: check the mapping, or grant select on it.");
    }

    /** SQL after other columns: each field as {@code f0}, {@code f1} ... */
    String columns() {
        StringBuilder sql = new StringBuilder();
        for (int at = 0; at < fields.size(); at++) {
            sql.append(", ").append(fields.get(at).told("t")).append(" as f").append(at);
        }
        return sql.toString();
    }

    Map<String, String> values(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < fields.size(); at++) {
            String name = fields.get(at).name();
            Optional.ofNullable(row.getString("f" + at)).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    SourceRecord record(ResultSet row, String id) throws SQLException {
        return new SourceRecord(
                table.name().toString(),
                id,
                values(row),
                Optional.ofNullable(row.getObject("created_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                time(row, "changed_at"),
                Map.of(),
                Optional.empty());
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** The rows with these ids; what cannot be an id is no row. */
    List<SourceRecord> byId(Connection connection, List<String> ids) throws SQLException {
        String key = "t." + table.key().sql();
        String sql = "select " + key + "::text as id, l.changed_at, l.created_at" + columns() + " from "
                + table.name().sql() + " t left join tailback.changes l on l.object = ? and l.id = " + key
                + "::text collate \"C\" where " + key + " = any(?::text[]::"
                + table.key().type() + "[])";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.name().toString());
            String[] own = ids.stream().filter(table::isId).distinct().toArray(String[]::new);
            statement.setArray(2, connection.createArrayOf("text", own));
            List<SourceRecord> records = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(record(rows, rows.getString("id")));
                }
            }
            return records;
        }
    }
}
