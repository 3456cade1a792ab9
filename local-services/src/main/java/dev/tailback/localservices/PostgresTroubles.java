package dev.tailback.localservices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What a running PostgreSQL can be made to do to its clients without ending. All of it concerns the database {@code
 * postgres}, and nothing happens while PostgreSQL is down.
 */
public final class PostgresTroubles {
    private static final Duration WRITES_AGAIN_LIMIT = Duration.ofMinutes(5);

    private final EmbeddedPostgres postgres;

    PostgresTroubles(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Ends every client's connection, whatever is under way on it. */
    public void cutClients() {
        try {
            PostgresClients.cut(connect());
        } catch (SQLException noneLeft) {
            return;
        }
    }

    /**
     * Makes every client wait that reads or writes a table, until the returned action runs. No client waits when the
     * tables were never free at the same moment.
     */
    public Runnable stall() {
        return holding(connection -> {
            if (!PostgresClients.lock(connection)) {
                letGo(connection);
            }
        });
    }

    /**
     * Makes every client wait that uses one table, until the returned action runs. No client waits when the table was
     * in use for too long.
     *
     * @param number of the table in the order of their names; where there are fewer, nothing happens
     */
    public Runnable lockTable(int number) {
        return holding(connection -> PostgresClients.lockTable(connection, number));
    }

    private Runnable holding(Locking locking) {
        try {
            Connection connection = connect();
            try {
                locking.lock(connection);
            } catch (SQLException inUse) {
                letGo(connection);
            }
            return () -> letGo(connection);
        } catch (SQLException down) {
            return () -> {};
        }
    }

    private interface Locking {
        void lock(Connection connection) throws SQLException;
    }

    /**
     * Refuses writes until the returned action runs. Connections that are opened meanwhile go on refusing them, as
     * after a switch-over.
     *
     * @throws ServiceFailed from the action, if PostgreSQL cannot be told to take writes again
     */
    public Runnable refuseWrites() {
        try {
            PostgresClients.refuseWrites(connect());
        } catch (SQLException down) {
            return this::takeWrites;
        }
        return this::takeWrites;
    }

    private void takeWrites() {
        boolean taken = Await.until(this::takesWrites, WRITES_AGAIN_LIMIT);
        if (!taken) {
            throw new ServiceFailed("PostgreSQL on port " + postgres.port() + " cannot be told to take writes again");
        }
    }

    private boolean takesWrites() {
        try {
            PostgresClients.takeWrites(connect());
            return true;
        } catch (SQLException notYet) {
            return !postgres.isRunning();
        }
    }

    private static void letGo(Connection locks) {
        try {
            locks.close();
        } catch (SQLException goneAnyway) {
            return;
        }
    }

    private Connection connect() throws SQLException {
        return PostgresClients.connect(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }
}
