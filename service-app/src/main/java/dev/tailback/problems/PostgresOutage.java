package dev.tailback.problems;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpStatus;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a PostgreSQL that cannot be reached (SQLSTATE class 08, 57P0x, no free connection, or one that died in use) from a fault of ours. When it dies
 * under a commit, or between the commit and the answer, nobody can tell whether something was saved, so the answer does not claim it.
 */
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
                || cause instanceof ConnectionException
                || cause instanceof SQLException sql && isConnectionState(sql.getSQLState());
    }

    private static boolean isConnectionState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private static Problem problem() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database_unavailable",
                        "The service app cannot reach its PostgreSQL. Try again in a few seconds; if you were saving something,"
                                + " look first whether it is there.")
                .header("Retry-After", "5");
    }
}
