package dev.tailback.app.testing;

import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import org.flywaydb.core.Flyway;

/** Databases with the tables of this version: the migrations run once for all tests of a JVM, the rest are copies. */
public final class Databases {

    private Databases() {}

    /** With tables and without a row of ours, for one test class or test. */
    public static TestDatabase migrated() {
        return TestServices.copyOf(Model.MIGRATED);
    }

    // Made at the first use, and only then.
    private static final class Model {
        static final TestDatabase MIGRATED = migrate(TestServices.emptyDatabase());

        private static TestDatabase migrate(TestDatabase empty) {
            Flyway.configure()
                    .dataSource(empty.jdbcUrl(), empty.username(), empty.password())
                    .load()
                    .migrate();
            return empty;
        }
    }
}
