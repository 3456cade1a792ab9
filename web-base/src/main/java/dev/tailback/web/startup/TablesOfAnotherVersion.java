package dev.tailback.web.startup;

import dev.tailback.program.CannotStart;
import dev.tailback.program.StartFailure;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/** A start that failed because the tables are those of another version and this user may not change them. */
public final class TablesOfAnotherVersion {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private TablesOfAnotherVersion() {}

    public static Optional<CannotStart> in(Throwable failure) {
        return StartFailure.find(failure, FlywayException.class)
                .flatMap(flyway -> StartFailure.find(failure, SQLException.class))
                .filter(refusal -> INSUFFICIENT_PRIVILEGE.equals(refusal.getSQLState()))
                .map(refusal -> CannotStart.notAvailable(
                        "The tables of PostgreSQL are not those of this version, and the user in"
                                + " DATASOURCES_DEFAULT_USERNAME may not change them: run './tailback service-app"
                                + " --migrate' as the owner of the tables, then start again (docs/security.md).",
                        failure));
    }
}
