package dev.tailback.crm.table;

import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes one row. An update compares and writes in one statement, so nothing slips through in between. */
final class WriteRow {

    private static final Written SKIPPED = new Written.Refused(
            "NOT_WRITTEN",
            "The database took the row without an error and did not write it: see its triggers and rules.",
            Optional.empty(),
            false);
    private static final Written IN_THE_WAY = new Written.Refused(
            "40001", "Other work on the same row stands in the way; it is tried again.", Optional.empty(), true);

    private final Connection connection;
    private final Table table;
    private final List<Column> columns;
    private final ReadRows written;
    private final Map<String, String> values;

    /** @param columns those of the values, each of which our user may write */
    WriteRow(Connection connection, Table table, List<Column> columns, Map<String, String> values) {
        this.connection = connection;
        this.table = table;
        this.columns = columns;
        this.written = new ReadRows(table, columns);
        this.values = values;
    }

    Written create() throws SQLException {
        return inserted(columns, values, "").orElse(SKIPPED);
    }

    private Optional<Written> inserted(List<Column> all, Map<String, String> given, String onConflict)
            throws SQLException {
        String into = all.isEmpty()
                ? " default values"
                : " (" + joined(all, Column::sql) + ") values (" + joined(all, Column::bound) + ")";
        return written(
                "insert into " + table.name().sql() + " as t" + into + onConflict + returning(),
                bound(all, given),
                true);
    }

    Written update(Write.Update update, List<Column> compared) throws SQLException {
        if (!table.isId(update.id())) {
            return new Written.Gone();
        }
        String sql = "update " + table.name().sql() + " as t set " + set(columns) + " where " + keyed()
                + compared.stream()
                        .map(column -> " and " + column.told("t") + " = ?")
                        .collect(Collectors.joining());
        List<Optional<String>> bound = new ArrayList<>(bound(columns, values));
        bound.add(Optional.of(update.id()));
        compared.forEach(column -> bound.add(Optional.of(update.believed().getOrDefault(column.name(), ""))));
        Optional<Written> done = written(sql + returning(), bound, false);
        return done.isPresent() ? done.get() : notUpdated(update, compared);
    }

    private Written notUpdated(Write.Update update, List<Column> compared) throws SQLException {
        List<SourceRecord> held = new ReadRows(table, compared).byId(connection, List.of(update.id()));
        if (held.isEmpty()) {
            return new Written.Gone();
        }
        boolean isBelieved = compared.stream()
                .allMatch(column -> update.believed()
                        .getOrDefault(column.name(), "")
                        .equals(held.get(0).values().get(column.name())));
        return isBelieved ? SKIPPED : new Written.Conflict(held.get(0));
    }

    /** What is there is changed where something differs, and what is not there is made; a repeat writes nothing. */
    Written upsert(Column key, String text) throws SQLException {
        Map<String, String> all = new HashMap<>(values);
        all.put(key.name(), text);
        List<Column> inserted = new ArrayList<>(columns);
        if (!columns.contains(key)) {
            inserted.add(key);
        }
        for (int tries = 0; tries < 2; tries++) {
            Optional<Written> known = changed(key, text);
            if (known.isPresent()) {
                return known.get();
            }
            Optional<Written> made = inserted(inserted, all, " on conflict (" + key.sql() + ") do nothing");
            if (made.isPresent()) {
                return made.get();
            }
        }
        return IN_THE_WAY;
    }

    private Optional<Written> changed(Column key, String text) throws SQLException {
        String where = " where t." + key.sql() + " = " + key.bound();
        List<Column> other =
                columns.stream().filter(column -> !column.equals(key)).toList();
        if (!other.isEmpty()) {
            List<Optional<String>> bound = new ArrayList<>(bound(other, values));
            bound.add(Optional.of(text));
            bound.addAll(bound(other, values));
            String differs = other.stream().map(Column::differs).collect(Collectors.joining(" or "));
            Optional<Written> done = written(
                    "update " + table.name().sql() + " as t set " + set(other) + where + " and (" + differs + ")"
                            + returning(),
                    bound,
                    false);
            if (done.isPresent()) {
                return done;
            }
        }
        return written(
                "select " + returned() + " from " + table.name().sql() + " t" + where,
                List.of(Optional.of(text)),
                false);
    }

    private String keyed() {
        return "t." + table.key().sql() + " = " + table.id("?");
    }

    private String returning() {
        return " returning " + returned();
    }

    private String returned() {
        return "t." + table.key().sql() + "::text as id" + written.columns();
    }

    private static String set(List<Column> some) {
        return some.stream()
                .map(column -> column.sql() + " = " + column.bound())
                .collect(Collectors.joining(", "));
    }

    private static String joined(List<Column> some, java.util.function.Function<Column, String> part) {
        return some.stream().map(part).collect(Collectors.joining(", "));
    }

    private static List<Optional<String>> bound(List<Column> some, Map<String, String> given) {
        return some.stream()
                .map(column -> column.bindable(given.getOrDefault(column.name(), "")))
                .toList();
    }

    /** Empty where no row was written or found. */
    private Optional<Written> written(String sql, List<Optional<String>> bound, boolean isNew) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < bound.size(); at++) {
                bind(statement, at + 1, bound.get(at));
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Written.Accepted(row.getString("id"), isNew, written.values(row)))
                        : Optional.empty();
            }
        }
    }

    private static void bind(PreparedStatement statement, int at, Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            statement.setString(at, value.get());
        } else {
            statement.setNull(at, Types.VARCHAR);
        }
    }
}
