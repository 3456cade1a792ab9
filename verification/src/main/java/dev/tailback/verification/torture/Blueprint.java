package dev.tailback.verification.torture;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.ProgramPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each program is started in a run. Times are shorter than anybody would set them for work, so that leases end, calls time out and probes
 * return within a run of a minute; their order among each other is that of the defaults.
 */
final class Blueprint {
    /** How long a worker waits for an answer. */
    static final Duration WRITE_TIMEOUT = Duration.ofSeconds(4);

    /** How long a worker holds what it took, without a word from it. */
    static final Duration LEASE = Duration.ofSeconds(7);

    /** How often a service app looks by itself for what no signal told it. */
    private static final Map<String, String> LOOKING_OFTEN = Map.of(
            "RECONCILIATION_EVERY", "1m",
            "LATE_COPIES_FIRST_LOOK", "1s",
            "LATE_COPIES_LONGEST_GAP", "2s");

    private static final Map<String, String> LOOKING_FOR_NOTHING = Map.of(
            "RELAY_SWEEP_EVERY", "6h",
            "RECONCILIATION_RUNNING", "false",
            "LATE_COPIES_RUNNING", "false");

    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Settings settings;
    private final Mutants mutants;
    private final DataDirectory data;

    Blueprint(Settings settings, DataDirectory data) {
        this.settings = settings;
        this.mutants = new Mutants(settings);
        this.data = data;
    }

    ProgramPlan localOrg() {
        List<String> arguments = List.of(
                "--source",
                mutants.schema().toString(),
                "--seed",
                settings.home().resolve("salesforce-schema").resolve("data").toString(),
                "--data",
                data.localOrg().toString());
        return plan("local-org", "local-org", "/services/data/", Map.of(), arguments);
    }

    ProgramPlan serviceApp(String name, URI org, EmbeddedPostgres postgres, Flow flow, EmbeddedRedis redis) {
        Map<String, String> environment = salesforce(org);
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1:" + flow.port() + "/postgres");
        environment.put("DATASOURCES_DEFAULT_USERNAME", postgres.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", postgres.password());
        environment.putAll(redis(redis));
        environment.put("TAILBACK_DEMO", "true");
        environment.putAll(settings.isWithout(Guard.SWEEP) ? LOOKING_FOR_NOTHING : LOOKING_OFTEN);
        return plan("service-app", name, "/health/readiness", environment, List.of());
    }

    ProgramPlan syncWorker(String name, URI org, EmbeddedRedis redis) {
        Map<String, String> environment = salesforce(org);
        environment.putAll(redis(redis));
        environment.put("SALESFORCE_WRITE_TIMEOUT", WRITE_TIMEOUT.toSeconds() + "s");
        environment.put("WORKER_LEASE", LEASE.toSeconds() + "s");
        environment.put("WORKER_BATCH_SIZE", "50");
        environment.put("WORKER_LONGEST_RETRY", "3s");
        environment.put("WORKER_LONGEST_PROBE_WAIT", "3s");
        environment.put("WORKER_QUOTA_WAIT", "2s");
        return plan("sync-worker", name, "/health/liveness", environment, List.of());
    }

    private Map<String, String> redis(EmbeddedRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "REDIS_SHARDS", Integer.toString(settings.shards()));
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

    private ProgramPlan plan(
            String module, String name, String ready, Map<String, String> environment, List<String> arguments) {
        int port = Ports.freePort();
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port)));
        all.addAll(arguments);
        Path jar = settings.home().resolve(module).resolve("target").resolve(module + ".jar");
        return new ProgramPlan(
                name,
                jar,
                mutants.inFront(),
                all,
                environment,
                URI.create(LOOPBACK + port + ready),
                data.logs().resolve(name + ".log"));
    }
}
