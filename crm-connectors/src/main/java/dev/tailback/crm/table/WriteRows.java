package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes rows, each in a transaction of its own, so that a refused one refuses no other and holds no other's lock. */
final class WriteRows {

    static final int MOST = 100;

    private final Connection connection;
    private final Table table;

    WriteRows(Connection connection, Table table) {
        this.connection = connection;
        this.table = table;
    }

    Answer<List<Written>> write(List<Write> writes) {
        Board board = new Board(writes.size());
        for (int at = 0; at < writes.size() && !board.isStopped(); at++) {
            write(at, writes.get(at), board);
        }
        return board.answer();
    }

    private void write(int at, Write write, Board board) {
        Optional<Written.Refused> refused = refusedUnseen(write);
        if (refused.isPresent()) {
            board.decided(at, refused.get());
            return;
        }
        try {
            board.told(at, written(write));
        } catch (SQLException failure) {
            SqlFailure meant = SqlFailure.of(failure);
            meant.tell(board, at, field(meant, write));
        }
    }

    private Written written(Write write) throws SQLException {
        List<Column> columns = columns(write.values().keySet());
        WriteRow row = new WriteRow(connection, table, columns, write.values());
        Optional<Write.Update> update =
                write.fold(create -> Optional.empty(), Optional::of, upsert -> Optional.empty());
        if (update.isPresent()) {
            return row.update(update.get(), columns(update.get().believed().keySet()));
        }
        Optional<Write.Upsert> upsert = write.fold(create -> Optional.empty(), some -> Optional.empty(), Optional::of);
        return upsert.isPresent()
                ? row.upsert(
                        table.column(upsert.get().keyField()).orElseThrow(),
                        upsert.get().key())
                : row.create();
    }

    private List<Column> columns(Set<String> names) {
        return names.stream()
                .sorted()
                .map(name -> table.column(name).orElseThrow())
                .toList();
    }

    /** What needs no word of the database. */
    private Optional<Written.Refused> refusedUnseen(Write write) {
        boolean isUpdate = write.fold(create -> false, update -> true, upsert -> false);
        List<String> named = new ArrayList<>(write.values().keySet());
        for (String name : named) {
            Optional<Column> column = table.column(name);
            if (column.isEmpty()) {
                return unknown(name);
            }
            boolean mayWrite =
                    isUpdate ? column.get().mayUpdate() : column.get().mayInsert();
            if (column.get().isFixed() || !mayWrite) {
                return refused(
                        "NOT_WRITABLE",
                        "Our user may not write the column '" + name + "': grant " + (isUpdate ? "update" : "insert")
                                + " on it, or take it from the mapping; what the database computes cannot be written.",
                        name);
            }
        }
        if (isUpdate && named.isEmpty()) {
            return refused("NOTHING_TO_WRITE", "An update names no column to write.", "");
        }
        return write.fold(create -> Optional.empty(), this::unknownBelieved, this::noKey);
    }

    private Optional<Written.Refused> unknownBelieved(Write.Update update) {
        return update.believed().keySet().stream()
                .filter(name -> table.column(name).isEmpty())
                .findFirst()
                .flatMap(this::unknown);
    }

    private Optional<Written.Refused> noKey(Write.Upsert upsert) {
        boolean isUnique =
                table.column(upsert.keyField()).filter(Column::isUnique).isPresent();
        return isUnique
                ? Optional.empty()
                : refused(
                        "NOT_UNIQUE",
                        "The column '" + upsert.keyField() + "' is not unique on its own: make a unique index on it, "
                                + "not deferrable and for all rows.",
                        upsert.keyField());
    }

    private Optional<Written.Refused> unknown(String name) {
        return refused(
                "UNKNOWN_COLUMN",
                "The table " + table.name() + " has no column '" + name + "' that our user may read.",
                name);
    }

    private static Optional<Written.Refused> refused(String code, String reason, String field) {
        return Optional.of(
                new Written.Refused(code, reason, Optional.of(field).filter(name -> !name.isEmpty()), false));
    }

    /** PostgreSQL does not always say which value it did not take; then each is tried alone. */
    private Optional<String> field(SqlFailure failure, Write write) {
        if (failure.meaning() != SqlFailure.Meaning.REFUSED) {
            return Optional.empty();
        }
        Optional<String> told = failure.column()
                .or(() -> failure.constraint()
                        .flatMap(name -> Optional.ofNullable(table.broken().get(name))));
        return told.isPresent() ? told : tried(write.values());
    }

    private Optional<String> tried(Map<String, String> values) {
        for (Column column : columns(values.keySet())) {
            String value = values.getOrDefault(column.name(), "");
            boolean isTooLong = column.form() == Form.TEXT && value.codePointCount(0, value.length()) > column.length();
            if (isTooLong || !isTaken(column, value)) {
                return Optional.of(column.name());
            }
        }
        return Optional.empty();
    }

    private boolean isTaken(Column column, String value) {
        if (column.bindable(value).isEmpty()) {
            return true;
        }
        try (PreparedStatement statement = connection.prepareStatement("select ?::" + column.fullType())) {
            statement.setString(1, value);
            return statement.execute();
        } catch (SQLException refused) {
            return SqlFailure.of(refused).meaning() != SqlFailure.Meaning.REFUSED;
        }
    }
}
