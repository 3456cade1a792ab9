package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few connections, each used by one call at a time. Every statement is a transaction of its own, so a connection that
 * comes back is clean; it is tried before it is used again, so a restart of the database costs no call.
 */
final class TableConnections implements AutoCloseable {

    private static final int MOST = 4;
    private static final int CONNECT_SECONDS = 5;
    private static final int TRY_SECONDS = 2;

    private final TableSettings settings;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    TableConnections(TableSettings settings) {
        this.settings = settings;
    }

    interface Work<T> {
        Answer<T> on(Connection connection) throws SQLException;
    }

    /** What the work answers; an error of the database becomes the answer to a question. */
    <T> Answer<T> ask(Work<T> work) {
        try {
            if (!free.tryAcquire(settings.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                return away("BUSY", "All our connections to the database are busy.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return away("STOPPED", "Tailback was stopped while it waited for a connection.");
        }
        try {
            return onOne(work);
        } finally {
            free.release();
        }
    }

    private <T> Answer<T> onOne(Work<T> work) {
        Connection connection;
        try {
            connection = taken();
        } catch (SQLException failure) {
            return SqlFailure.of(failure).beforeAnything().asQuestion();
        }
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            return SqlFailure.of(failure).asQuestion();
        } finally {
            giveBack(connection);
        }
    }

    private Connection taken() throws SQLException {
        for (Optional<Connection> one = next(); one.isPresent(); one = next()) {
            if (one.get().isValid(TRY_SECONDS)) {
                return one.get();
            }
            end(one.get());
        }
        return opened();
    }

    private Optional<Connection> next() {
        return Optional.ofNullable(idle.pollFirst());
    }

    private Connection opened() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", "Tailback hub");
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(settings.limit().toSeconds() + CONNECT_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("maxResultBuffer", "64M");
        Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = " + settings.limit().toMillis());
            statement.execute(
                    "set lock_timeout = " + Math.max(1, settings.limit().toMillis() / 2));
        } catch (SQLException failure) {
            end(connection);
            throw failure;
        }
        return connection;
    }

    private void giveBack(Connection connection) {
        idle.addFirst(connection);
        if (isClosed) {
            close();
        }
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // What cannot be closed is gone already.
        }
    }

    private static <T> Answer<T> away(String code, String reason) {
        return new Answer.Unavailable<>(code, reason, Optional.empty());
    }

    @Override
    public void close() {
        isClosed = true;
        for (Optional<Connection> one = next(); one.isPresent(); one = next()) {
            end(one.get());
        }
    }
}
