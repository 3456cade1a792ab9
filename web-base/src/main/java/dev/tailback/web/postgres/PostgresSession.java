package dev.tailback.web.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * Proves at the start that a connection is a session of our own on a PostgreSQL that takes writes. Behind a pooler that
 * lends its sessions out by transaction or by statement it is none: time limits would fall on strangers, and locks and
 * prepared statements be lost.
 */
public final class PostgresSession {

    private static final String MARK = "tailback.session";
    private static final int ROUNDS = 4; // some poolers lend their sessions in turns

    private PostgresSession() {}

    /** How another connection is opened. */
    @FunctionalInterface
    public interface Opening {
        Connection open() throws SQLException;
    }

    /**
     * @throws SQLException with state 25006 when PostgreSQL takes no writes
     * @throws SharedSession when sessions are lent out
     */
    public static void require(Connection first, Opening another) throws SQLException {
        execute(first, SessionSettings.WRITABLE);
        try (Connection second = another.open()) {
            String mark = Long.toHexString(new Random().nextLong());
            execute(first, "set " + MARK + " = '" + mark + "'");
            for (int round = 0; round < ROUNDS; round++) {
                if (mark.equals(marked(second)) || !mark.equals(marked(first))) {
                    throw new SharedSession();
                }
            }
        }
    }

    private static String marked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('" + MARK + "', true)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What one connection sets, another one sees. */
    public static final class SharedSession extends RuntimeException {
        SharedSession() {
            super("sessions are lent out by transaction");
        }
    }
}
