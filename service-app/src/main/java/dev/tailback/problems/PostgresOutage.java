package dev.tailback.problems;

import io.micronaut.http.HttpStatus;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a PostgreSQL that cannot be reached (SQLSTATE class 08, 57P0x, or no free connection) from a fault of ours. */
final class PostgresOutage {

    private PostgresOutage() {}

    static Optional<Problem> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20) // a chain of causes may be a ring
                .filter(PostgresOutage::isOutage)
                .findFirst()
                .map(cause -> problem());
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException sql && isConnectionState(sql.getSQLState());
    }

    private static boolean isConnectionState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private static Problem problem() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database_unavailable",
                        "The service app cannot reach its PostgreSQL, so nothing was saved. Try again in a few seconds.")
                .header("Retry-After", "5");
    }
}
