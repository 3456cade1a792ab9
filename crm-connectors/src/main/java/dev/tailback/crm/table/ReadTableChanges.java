package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the log of changes. A transaction that began earlier may commit later, so only what lies before the oldest
 * running transaction is read: below it, nothing can appear any more. Where a round ends is fixed when it begins, so
 * it ends.
 */
final class ReadTableChanges {

    private static final int MOST = 200;

    private static final String NOT_OURS =
            "The cursor is not one of this connection, so the whole table is read again.";
    private static final String OTHER_LOG =
            "The log of changes was made anew or pruned, or the database was restored, so the whole table is read "
                    + "again.";

    private static final String LOG = """
            select l.log::text, l.pruned::text, pg_snapshot_xmin(pg_current_snapshot())::text as settled
            from tailback.logged l where l.object = ?
            """;

    private ReadTableChanges() {}

    /** @param settled every transaction before it has ended */
    private record Log(String log, BigInteger pruned, BigInteger settled) {}

    static Answer<ChangePage> page(Connection connection, Table table, ChangesAsked asked) throws SQLException {
        Optional<Log> log = log(connection, table);
        if (log.isEmpty()) {
            return new Answer.Refused<>(
                    "NO_LOG",
                    "The table " + table.name() + " keeps no log of its changes: run the script that "
                            + "./tailback hub table-sql writes for it.");
        }
        if (asked.since().isEmpty()) {
            return page(
                    connection,
                    table,
                    asked,
                    log.get(),
                    TableCursor.first(log.get().log()),
                    Optional.empty());
        }
        Optional<TableCursor> known = TableCursor.of(asked.since().get());
        Optional<String> anew = known.isEmpty()
                ? Optional.of(NOT_OURS)
                : known.filter(cursor -> isOf(log.get(), cursor)).isPresent()
                        ? Optional.empty()
                        : Optional.of(OTHER_LOG);
        TableCursor from = anew.isPresent() ? TableCursor.first(log.get().log()) : known.orElseThrow();
        return page(connection, table, asked, log.get(), from, anew);
    }

    private static boolean isOf(Log log, TableCursor cursor) {
        boolean isFuture = cursor.transaction().max(cursor.upper()).compareTo(log.settled()) > 0;
        boolean isPruned =
                cursor.transaction().signum() > 0 && cursor.transaction().compareTo(log.pruned()) <= 0;
        return cursor.log().equals(log.log()) && !isFuture && !isPruned;
    }

    private static Optional<Log> log(Connection connection, Table table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOG)) {
            statement.setString(1, table.name().toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Log(
                                row.getString(1), new BigInteger(row.getString(2)), new BigInteger(row.getString(3))))
                        : Optional.empty();
            }
        }
    }

    private static Answer<ChangePage> page(
            Connection connection, Table table, ChangesAsked asked, Log log, TableCursor from, Optional<String> anew)
            throws SQLException {
        Optional<ReadRows> reading = ReadRows.of(table, asked.fields());
        if (reading.isEmpty()) {
            return ReadRows.unknownColumn(table, asked.fields());
        }
        TableCursor round = from.isUnderWay() ? from : from.upTo(log.settled());
        int most = Math.min(asked.most(), MOST);
        try (PreparedStatement statement = connection.prepareStatement(sql(table, reading.get()))) {
            statement.setString(1, table.name().toString());
            statement.setString(2, round.transaction().toString());
            statement.setString(3, round.id());
            statement.setString(4, round.upper().toString());
            statement.setInt(5, most);
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows, reading.get(), round, most, anew);
            }
        }
    }

    /** The rows of the log are chosen first, so that only ids of this table are read as its ids. */
    private static String sql(Table table, ReadRows reading) {
        return "select l.id, l.transaction::text, l.changed_at, l.created_at, l.is_deleted, t."
                + table.key().sql()
                + " is not null as is_there" + reading.columns() + " from (select c.id, c.transaction, c.changed_at, "
                + "c.created_at, c.is_deleted from tailback.changes c where c.object = ? "
                + "and (c.transaction, c.id) > (?::xid8, ?) and c.transaction < ?::xid8 "
                + "order by c.transaction, c.id limit ?) l left join "
                + table.name().sql() + " t on t."
                + table.key().sql() + " = " + table.id("l.id") + " order by l.transaction, l.id";
    }

    private static Answer<ChangePage> page(
            ResultSet rows, ReadRows reading, TableCursor round, int most, Optional<String> anew) throws SQLException {
        List<Change> changes = new ArrayList<>();
        TableCursor last = round;
        int told = 0;
        while (rows.next()) {
            told++;
            if (rows.getString("id").length() > TableCursor.LONGEST_ID) {
                return new Answer.Refused<>(
                        "ID_TOO_LONG",
                        "A row of " + reading.table().name() + " has an id of more than " + TableCursor.LONGEST_ID
                                + " letters: shorten it, or take the table from the mapping.");
            }
            last = last.at(new BigInteger(rows.getString("transaction")), rows.getString("id"));
            if (rows.getBoolean("is_there")) {
                changes.add(new Change.Changed(reading.record(rows, rows.getString("id"))));
            } else if (rows.getBoolean("is_deleted")) {
                changes.add(new Change.Deleted(rows.getString("id"), ReadRows.time(rows, "changed_at")));
            }
            // A row that is neither there nor deleted is one that our user may not see.
        }
        boolean isLast = told < most;
        return new Answer.Given<>(new ChangePage(changes, (isLast ? last.ended() : last).cursor(), isLast, anew));
    }
}
