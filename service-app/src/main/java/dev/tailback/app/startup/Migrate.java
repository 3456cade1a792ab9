package dev.tailback.app.startup;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code --migrate}: brings the tables up to date as the user named in {@code DATASOURCES_DEFAULT_USERNAME} and ends. For
 * installations in which the service app runs as a user who may not change tables; elsewhere the start does it.
 */
public final class Migrate {

    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);

    private Migrate() {}

    /** @throws CannotStart when PostgreSQL is away, refuses, or a migration fails */
    public static void database(Map<String, String> environment) {
        RequiredEnvironment.checkPostgres(environment);
        PostgresAnswers.await(environment);
        String shown = PostgresAddress.shown(environment.get("DATASOURCES_DEFAULT_URL"));
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

    private static Flyway flyway(Map<String, String> environment) {
        return Flyway.configure()
                .dataSource(
                        environment.get("DATASOURCES_DEFAULT_URL"),
                        environment.get("DATASOURCES_DEFAULT_USERNAME"),
                        environment.get("DATASOURCES_DEFAULT_PASSWORD"))
                .locations("classpath:db/migration")
                .load();
    }
}
