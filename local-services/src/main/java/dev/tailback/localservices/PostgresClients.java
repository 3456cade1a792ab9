package dev.tailback.localservices;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What can be done to the clients of a running PostgreSQL. */
final class PostgresClients {
    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    /** Whichever tables there are: all at once or none, so that nobody's transaction waits for us in a circle. */
    private static final String LOCK = """
            do $$
            declare one record;
            begin
              for one in select tablename from pg_tables where schemaname = 'public' order by tablename loop
                execute format('lock table public.%I in access exclusive mode nowait', one.tablename);
              end loop;
            end $$
            """;

    private static final int ATTEMPTS = 300;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private PostgresClients() {}

    static void cut(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(CUT);
        }
    }

    /** Until the connection is closed. False if some table was in use at every attempt. */
    static boolean lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (lockNow(connection)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lockNow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            return true;
        } catch (SQLException inUse) {
            if (!LOCK_NOT_AVAILABLE.equals(inUse.getSQLState())) {
                throw inUse;
            }
            connection.rollback();
            return false;
        }
    }

    static Connection connect(String jdbcUrl, String username, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
