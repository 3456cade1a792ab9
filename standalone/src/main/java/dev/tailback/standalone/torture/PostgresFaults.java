package dev.tailback.standalone.torture;

import dev.tailback.services.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** PostgreSQL dies, loses its clients, or lets everybody wait. */
final class PostgresFaults {
    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    /** Whichever tables there are: nobody reads or writes until the transaction ends. */
    private static final String STALL = """
            do $$
            declare one record;
            begin
              for one in select tablename from pg_tables where schemaname = 'public' order by tablename loop
                execute format('lock table public.%I in access exclusive mode', one.tablename);
              end loop;
            end $$
            """;

    private final EmbeddedPostgres postgres;

    PostgresFaults(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    List<Fault> all() {
        return List.of(
                new Fault("PostgreSQL killed", 100, 1_500, random -> {
                    postgres.kill();
                    return postgres::start;
                }),
                new Fault("PostgreSQL's clients cut off", 0, 500, random -> {
                    cut();
                    return this::cut;
                }),
                new Fault("PostgreSQL stalled", 500, 3_000, random -> stall()));
    }

    private void cut() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(CUT);
        } catch (SQLException downAnyway) {
            // Whoever is down has no clients left to lose.
            return;
        }
    }

    private Runnable stall() {
        try {
            Connection connection = connect();
            return lockIn(connection);
        } catch (SQLException downAnyway) {
            return () -> {};
        }
    }

    private static Runnable lockIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(STALL);
            return () -> close(connection);
        } catch (SQLException notLocked) {
            connection.close();
            throw notLocked;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException goneAnyway) {
            return;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
