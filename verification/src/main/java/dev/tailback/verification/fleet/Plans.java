package dev.tailback.verification.fleet;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How each program is started in the demo.
 *
 * @param shards of the queue
 */
public record Plans(Path home, DataDirectory data, Ports ports, int shards, String sessionSecret) {

    /** A service app that is killed and started again goes on with the sessions it had. */
    public static Plans of(Path home, DataDirectory data, Ports ports, int shards) {
        return new Plans(home, data, ports, shards, UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    ProgramPlan localOrg() {
        Path schema = home.resolve("salesforce-schema");
        return plan(
                "local-org",
                ports.localOrg(),
                "/services/data/",
                Map.of(),
                List.of(
                        "--source",
                        schema.resolve("force-app").toString(),
                        "--seed",
                        schema.resolve("data").toString(),
                        "--data",
                        data.localOrg().toString()));
    }

    ProgramPlan serviceApp(EmbeddedPostgres postgres, EmbeddedRedis redis) {
        Map<String, String> environment = salesforce();
        environment.put("DATASOURCES_DEFAULT_URL", postgres.jdbcUrl());
        environment.put("DATASOURCES_DEFAULT_USERNAME", postgres.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", postgres.password());
        environment.putAll(queue(redis));
        environment.put("TAILBACK_DEMO", "true");
        environment.put("TAILBACK_SESSION_SECRET", sessionSecret);
        return plan("service-app", ports.serviceApp(), "/health/readiness", environment, List.of());
    }

    /** Its lease is short, so that whoever kills the worker sees quickly that nothing is lost. */
    ProgramPlan syncWorker(EmbeddedRedis redis) {
        Map<String, String> environment = salesforce();
        environment.putAll(queue(redis));
        environment.put("SALESFORCE_WRITE_TIMEOUT", "10s");
        environment.put("WORKER_LEASE", "15s");
        return plan("sync-worker", ports.syncWorker(), "/health/liveness", environment, List.of());
    }

    private Map<String, String> queue(EmbeddedRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "REDIS_SHARDS", Integer.toString(shards));
    }

    private Map<String, String> salesforce() {
        return new HashMap<>(Map.of(
                "SALESFORCE_LOGIN_URL",
                "http://127.0.0.1:" + ports.localOrg(),
                "SALESFORCE_CLIENT_ID",
                "tailback",
                "SALESFORCE_CLIENT_SECRET",
                "local-org"));
    }

    private ProgramPlan plan(
            String name, int port, String ready, Map<String, String> environment, List<String> arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("--port", Integer.toString(port)));
        all.addAll(arguments);
        return new ProgramPlan(
                name,
                home.resolve(name).resolve("target").resolve(name + ".jar"),
                Optional.empty(),
                all,
                environment,
                URI.create("http://127.0.0.1:" + port + ready),
                data.logs().resolve(name + ".log"));
    }
}
