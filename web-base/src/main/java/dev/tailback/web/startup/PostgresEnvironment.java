package dev.tailback.web.startup;

import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_PASSWORD;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_URL;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_USERNAME;
import static dev.tailback.program.Variable.TAILBACK_DATABASE_WAIT;

import dev.tailback.program.Environment;

/** The values that reach PostgreSQL. */
public final class PostgresEnvironment {

    private static final String FORM = "jdbc:postgresql://HOST:PORT/DATABASE";

    private PostgresEnvironment() {}

    /** Complains of every value that is missing or malformed. */
    public static void check(Environment environment) {
        environment
                .required(DATASOURCES_DEFAULT_URL, "set it to " + FORM)
                .filter(url -> !PostgresAddress.isWellFormed(url))
                .ifPresent(url -> environment.complain(
                        "DATASOURCES_DEFAULT_URL is not a PostgreSQL address: write it as " + FORM));
        environment.required(DATASOURCES_DEFAULT_USERNAME, "set it to the PostgreSQL user of this program");
        environment.required(DATASOURCES_DEFAULT_PASSWORD, "set it to that user's password");
        environment.count(TAILBACK_DATABASE_WAIT, PostgresAnswers.STANDARD_WAIT, 0, 600);
    }
}
