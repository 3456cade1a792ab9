package dev.tailback.app.outcomes;

import java.sql.SQLException;

/** Distinguishes an outcome that PostgreSQL will never store from a PostgreSQL that stores nothing now. */
final class UnstorableData {

    private UnstorableData() {}

    /**
     * Whether the failure is the data's: SQL states 22 (the value cannot be stored) and 23 (it breaks a rule of the
     * table).
     */
    static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }
}
