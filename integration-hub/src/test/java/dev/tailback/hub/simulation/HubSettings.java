package dev.tailback.hub.simulation;

import dev.tailback.testservices.TestDatabase;
import java.util.Map;

/** What a hub of a test is given: its database, with the tables that the program makes. */
public final class HubSettings {

    private HubSettings() {}

    public static Map<String, Object> of(TestDatabase database) {
        return Map.of(
                "datasources.default.url",
                database.jdbcUrl(),
                "datasources.default.username",
                database.username(),
                "datasources.default.password",
                database.password(),
                "datasources.default.driver-class-name",
                "org.postgresql.Driver",
                "flyway.datasources.default.enabled",
                "true",
                "flyway.datasources.default.locations",
                "classpath:db/migration");
    }
}
