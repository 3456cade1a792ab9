package dev.tailback.localservices;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a running PostgreSQL can be made to do to its clients without dying. */
final class PostgresTroubles {
    /** As a former master after a switch-over: who is there is sent away, who comes may only read, and what was begun then stays so. */
    private static final String REFUSE_WRITES = "alter database postgres set default_transaction_read_only = on";

    /** The session that lifts it may write, whatever is the default. */
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

    private PostgresTroubles() {}

    static void refuseWrites(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
            statement.execute(REFUSE_WRITES);
        }
        PostgresClients.cut(connection);
    }

    static void takeWrites(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
            statement.execute(TAKE_WRITES);
        }
    }

    /** Until the connection is closed. */
    static void lock(Connection connection, int table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_ONE.formatted(table));
        }
    }
}
