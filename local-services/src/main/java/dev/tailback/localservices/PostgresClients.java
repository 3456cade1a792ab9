package dev.tailback.localservices;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The statements with which one session troubles the others of a running PostgreSQL. */
final class PostgresClients {
    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    /** Locks all tables at once or none, which avoids deadlocks with the clients' transactions. */
    private static final String LOCK = """
            do $$
            declare one record;
            begin
              for one in select tablename from pg_tables where schemaname = 'public' order by tablename loop
                execute format('lock table public.%I in access exclusive mode nowait', one.tablename);
              end loop;
            end $$
            """;

    /**
     * As a former master after a switch-over: sessions are ended, new ones may only read, and a session that began then
     * keeps this default.
     */
    private static final String REFUSE_WRITES = "alter database postgres set default_transaction_read_only = on";

    /** The session that ends it must be able to write, whatever the default is. */
    private static final String WRITE = "set default_transaction_read_only = off";

    private static final String TAKE_WRITES = "alter database postgres reset default_transaction_read_only";

    private static final String LOCK_ONE = """
            do $$
            declare one text;
            begin
              select quote_ident(tablename) into one from pg_tables
              where schemaname = 'public' order by tablename offset %d limit 1;
              if one is not null then
                set local lock_timeout = '3s';
                execute 'lock table public.' || one || ' in access exclusive mode';
              end if;
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

    static void refuseWrites(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
            statement.execute(REFUSE_WRITES);
        }
        cut(connection);
    }

    static void takeWrites(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
            statement.execute(TAKE_WRITES);
        }
    }

    /** Until the connection is closed. */
    static void lockTable(Connection connection, int table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_ONE.formatted(table));
        }
    }

    static Connection connect(String jdbcUrl, String username, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
