package dev.tailback.app.startup;

import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_PASSWORD;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_URL;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_USERNAME;

import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import dev.tailback.web.startup.PostgresAddress;
import dev.tailback.web.startup.PostgresAnswers;
import dev.tailback.web.startup.PostgresEnvironment;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code --migrate}: brings the tables up to date as the user named in {@code DATASOURCES_DEFAULT_USERNAME} and ends.
 * For installations in which the service app runs as a user who may not change tables; elsewhere the start does it.
 */
public final class Migrate {

    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);

    private Migrate() {}

    /** @throws CannotStart when PostgreSQL is away, refuses, or a migration fails */
    public static void database(Environment environment) {
        PostgresEnvironment.check(environment);
        environment.refuse();
        PostgresAnswers.await(environment);
        String shown = PostgresAddress.shown(environment.text(DATASOURCES_DEFAULT_URL));
        try {
            MigrateResult result = flyway(environment).migrate();
            LOG.info(
                    "The tables of PostgreSQL at {} are up to date; {} migrations were run",
                    shown,
                    result.migrationsExecuted);
        } catch (FlywayException failure) {
            LOG.error("The tables of PostgreSQL at {} were not brought up to date", shown, failure);
            throw CannotStart.notAvailable(
                    "The tables of PostgreSQL at " + shown
                            + " were not brought up to date: the log says which migration failed."
                            + " Run it as the owner of the tables, and see docs/security.md.",
                    failure);
        }
    }

    private static Flyway flyway(Environment environment) {
        return Flyway.configure()
                .dataSource(
                        environment.text(DATASOURCES_DEFAULT_URL),
                        environment.text(DATASOURCES_DEFAULT_USERNAME),
                        environment.text(DATASOURCES_DEFAULT_PASSWORD))
                .locations("classpath:db/migration")
                .load();
    }
}
