package dev.tailback.testservices;

import com.redis.testcontainers.RedisContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same services as containers. Testcontainers removes them when this JVM is gone. */
final class Containers {
    private static final String REDIS = "redis:7.0.15";
    private static final String POSTGRES = "postgres:17";

    private Containers() {}

    // Never closed here: it serves all test classes, and Testcontainers' reaper outlives this JVM.
    @SuppressWarnings("resource")
    static String redis() {
        RedisContainer container = new RedisContainer(DockerImageName.parse(REDIS))
                .withCommand(
                        "redis-server",
                        "--appendonly",
                        "yes",
                        "--maxmemory-policy",
                        "noeviction",
                        "--hash-max-listpack-value",
                        "1024",
                        "--hash-max-listpack-entries",
                        "256");
        container.start();
        return "redis://" + container.getHost() + ":" + container.getFirstMappedPort();
    }

    @SuppressWarnings("resource") // as above
    static TestDatabase postgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse(POSTGRES));
        // Testcontainers itself switches fsync off; what we test is durability.
        container.setCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200");
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }
}
