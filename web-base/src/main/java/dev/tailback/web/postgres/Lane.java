package dev.tailback.web.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The share of the pool that one kind of request may use at a time. */
final class Lane {

    /** As PostgreSQL says it when it has no more connections. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final Semaphore free;
    private final long patienceMillis;

    Lane(int width, long patienceMillis) {
        this.free = new Semaphore(width, true);
        this.patienceMillis = patienceMillis;
    }

    /** @throws SQLException when no place became free in time */
    void enter() throws SQLException {
        if (!entered()) {
            throw new SQLTransientConnectionException(
                    "requests of this kind hold their share of the connections", TOO_MANY_CONNECTIONS);
        }
    }

    private boolean entered() throws SQLException {
        try {
            return free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", stopping);
        }
    }

    void leave() {
        free.release();
    }
}
