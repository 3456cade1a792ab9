package dev.tailback.app.testing;

import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of a service app under test: a database and a queue of its own, the demo's accounts, no Salesforce.
 */
public final class AppUnderTest {

    /** Nothing listens there, so Salesforce cannot be reached. */
    public static final String NO_SALESFORCE = "http://127.0.0.1:1";

    private AppUnderTest() {}

    public static Map<String, String> environment(String salesforce) {
        return environment(salesforce, Databases.migrated());
    }

    /** With a database in which the service app finds no table yet. */
    public static Map<String, String> environmentWithoutTables() {
        return environment(NO_SALESFORCE, TestServices.emptyDatabase());
    }

    private static Map<String, String> environment(String salesforce, TestDatabase database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATASOURCES_DEFAULT_URL", database.jdbcUrl());
        environment.put("DATASOURCES_DEFAULT_USERNAME", database.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", database.password());
        environment.put("REDIS_URI", TestServices.emptyRedis());
        environment.put("SALESFORCE_LOGIN_URL", salesforce);
        environment.put("SALESFORCE_CLIENT_ID", "tailback");
        environment.put("SALESFORCE_CLIENT_SECRET", "local-org");
        environment.put("TAILBACK_DEMO", "true");
        environment.put("ADS_LOOK_PATIENCE", "1m");
        return environment;
    }

    /** The same as the framework's properties, for {@code @MicronautTest}. */
    public static Map<String, String> properties(String salesforce) {
        Map<String, String> properties = new HashMap<>();
        environment(salesforce).forEach((name, value) -> properties.put(PROPERTY_OF.getOrDefault(name, name), value));
        properties.put("micronaut.server.port", "-1");
        properties.put("datasources.default.minimum-idle", "1");
        return properties;
    }

    private static final Map<String, String> PROPERTY_OF = Map.of(
            "DATASOURCES_DEFAULT_URL", "datasources.default.url",
            "DATASOURCES_DEFAULT_USERNAME", "datasources.default.username",
            "DATASOURCES_DEFAULT_PASSWORD", "datasources.default.password",
            "REDIS_URI", "redis.uri",
            "SALESFORCE_LOGIN_URL", "salesforce.login-url",
            "SALESFORCE_CLIENT_ID", "salesforce.client-id",
            "SALESFORCE_CLIENT_SECRET", "salesforce.client-secret",
            "TAILBACK_DEMO", "tailback.demo",
            "ADS_LOOK_PATIENCE", "ads.look-patience");
}
