package dev.tailback.web.problems;

import dev.tailback.web.postgres.NotNow;
import io.micronaut.http.HttpStatus;
import java.util.Optional;

/**
 * Tells a PostgreSQL that does not take the work now from a fault of ours, and why. When it dies under a commit, or
 * between the commit and the answer, it is unknown whether something was saved, so the answer does not claim it; what
 * it refused itself was not saved.
 */
final class PostgresOutage {

    private PostgresOutage() {}

    static Optional<Problem> in(Throwable thrown) {
        return NotNow.in(thrown).map(PostgresOutage::problem);
    }

    private static Problem problem(NotNow reason) {
        return switch (reason) {
            case AWAY ->
                problem(
                        "database_unavailable",
                        5,
                        "This program cannot reach its PostgreSQL. Try again in a few seconds; if you were saving"
                                + " something, look first whether it is there.");
            case READ_ONLY ->
                problem(
                        "database_read_only",
                        5,
                        "PostgreSQL takes no writes now, as while it is being switched over. What you sent was not saved:"
                                + " try again in a minute.");
            case FULL ->
                problem(
                        "database_full",
                        30,
                        "PostgreSQL has no room left. What you sent was not saved: tell your operator, and try again later.");
            case OVERLOADED ->
                problem(
                        "database_busy",
                        5,
                        "PostgreSQL has too much to do. What you sent was not saved: try again in a few seconds.");
            case BUSY ->
                problem(
                        "database_busy",
                        5,
                        "PostgreSQL did not get to it in time, because somebody else holds what is needed. What you sent"
                                + " was not saved: try again in a few seconds.");
            case IN_CONFLICT ->
                problem(
                        "database_busy",
                        1,
                        "Somebody changed the same at the same moment. What you sent was not saved: try again.");
        };
    }

    private static Problem problem(String code, int retryAfterSeconds, String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail)
                .header("Retry-After", Integer.toString(retryAfterSeconds));
    }
}
