package dev.tailback.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** What can be done to the clients of a running PostgreSQL. */
final class PostgresClients {
    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    /** Whichever tables there are. */
    private static final String LOCK = """
            do $$
            declare one record;
            begin
              for one in select tablename from pg_tables where schemaname = 'public' order by tablename loop
                execute format('lock table public.%I in access exclusive mode', one.tablename);
              end loop;
            end $$
            """;

    private PostgresClients() {}

    static void cut(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(CUT);
        }
    }

    /** Until the connection is closed. Empty, and the connection closed, if PostgreSQL saw a deadlock. */
    static Optional<Connection> lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK);
            return Optional.of(connection);
        } catch (SQLException notLocked) {
            connection.close();
            return Optional.empty();
        }
    }

    static Connection connect(String jdbcUrl, String username, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
