package dev.tailback.verification.benchmarks.lab;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.ProgramPlan;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each program is started: as shipped, with no setting but its addresses and what a measurement is about. */
public final class Blueprint {
    private final Path home;
    private final DataDirectory data;

    Blueprint(Path home, DataDirectory data) {
        this.home = home;
        this.data = data;
    }

    /** Rows in memory only: the disk of this machine is not what is measured. */
    public ProgramPlan localOrg() {
        Path schema = home.resolve("salesforce-schema");
        return plan(
                "local-org",
                "/services/data/",
                Map.of(),
                List.of("--source", schema.resolve("force-app").toString()));
    }

    public ProgramPlan serviceApp(URI org, EmbeddedPostgres postgres, EmbeddedRedis redis) {
        Map<String, String> environment = salesforce(org);
        environment.put("DATASOURCES_DEFAULT_URL", postgres.jdbcUrl());
        environment.put("DATASOURCES_DEFAULT_USERNAME", postgres.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", postgres.password());
        environment.put("REDIS_URI", redis.uri());
        environment.put("TAILBACK_DEMO", "true");
        return plan("service-app", "/health/readiness", environment, List.of());
    }

    /** @param more of the worker's own variables */
    public ProgramPlan syncWorker(URI org, EmbeddedRedis redis, Map<String, String> more) {
        Map<String, String> environment = salesforce(org);
        environment.put("REDIS_URI", redis.uri());
        environment.putAll(more);
        return plan("sync-worker", "/health/liveness", environment, List.of());
    }

    /** Where a program listens that was started by this plan. */
    public static URI addressOf(ProgramPlan plan) {
        return plan.ready().resolve("/");
    }

    private static Map<String, String> salesforce(URI org) {
        return new HashMap<>(Map.of(
                "SALESFORCE_LOGIN_URL",
                org.toString(),
                "SALESFORCE_CLIENT_ID",
                "tailback",
                "SALESFORCE_CLIENT_SECRET",
                "local-org"));
    }

    private ProgramPlan plan(String name, String ready, Map<String, String> environment, List<String> arguments) {
        int port = Ports.freePort();
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port)));
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
