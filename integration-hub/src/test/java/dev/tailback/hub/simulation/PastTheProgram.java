package dev.tailback.hub.simulation;

import dev.tailback.testservices.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody does in the database who is past the program, by one connection that is opened at its first use. */
final class PastTheProgram implements AutoCloseable {

    /** Whatever refers to a golden record, to a record, and so on. */
    private static final String KNOWN_TABLES = """
            with recursive known as (
                select cast(unnest(array['golden', 'change_cursor', 'act']) as regclass) as name
                union select cast(conrelid as regclass) from pg_constraint join known on confrelid = known.name
                where contype = 'f')
            select cast(name as text) from known
            """;

    private final TestDatabase database;
    private Optional<Connection> session = Optional.empty();
    private Optional<String> forget = Optional.empty();

    PastTheProgram(TestDatabase database) {
        this.database = database;
    }

    /** The first column of each row. */
    synchronized List<String> column(String query) {
        try (Statement statement = session().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @throws IllegalStateException with PostgreSQL's reason */
    synchronized void execute(String... statements) {
        try (Statement statement = session().createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Few rows are deleted in a moment; tables that are truncated are made anew on the disk. */
    void forget() {
        if (forget.isEmpty()) {
            forget = Optional.of(column(KNOWN_TABLES).stream()
                    .map(table -> "delete from " + table)
                    .collect(Collectors.joining("; ")));
        }
        execute("set session_replication_role = replica", forget.get(), "reset session_replication_role");
    }

    private Connection session() throws SQLException {
        if (session.isEmpty()) {
            session = Optional.of(
                    DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password()));
        }
        return session.get();
    }

    @Override
    public synchronized void close() {
        try {
            if (session.isPresent()) {
                session.get().close();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
