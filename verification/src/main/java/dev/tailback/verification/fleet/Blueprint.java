package dev.tailback.verification.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the packaged programs are started. A run adds only the settings that the run is about.
 *
 * @param home where the modules with their jars are
 * @param inFront classes and resources that take the place of a program's own
 */
public record Blueprint(Path home, DataDirectory data, Optional<Path> inFront) {
    private static final String LOOPBACK = "http://127.0.0.1:";

    public Blueprint(Path home, DataDirectory data) {
        this(home, data, Optional.empty());
    }

    /** @param arguments where its schema, its seed and its data are */
    public ProgramPlan localOrg(int port, String... arguments) {
        return plan("local-org", "local-org", port, "/services/data/", Map.of(), List.of(arguments));
    }

    /** With the accounts of the demo. */
    public ProgramPlan serviceApp(String name, int port, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TAILBACK_DEMO", "true");
        all.put("TAILBACK_PUBLIC_URL", LOOPBACK + port);
        return plan("service-app", name, port, "/health/readiness", all, List.of());
    }

    public ProgramPlan syncWorker(String name, int port, Map<String, String> environment) {
        return plan("sync-worker", name, port, "/health/liveness", environment, List.of());
    }

    /** @param arguments where its data and what it starts with are */
    public ProgramPlan localHubSpot(int port, String... arguments) {
        List<String> all = new ArrayList<>(List.of("hubspot", "--port", Integer.toString(port)));
        all.addAll(List.of(arguments));
        return started("local-crms", "local-hubspot", port, "/companies", Map.of(), all);
    }

    public ProgramPlan hub(String name, int port, Map<String, String> environment) {
        return plan("integration-hub", name, port, "/health/readiness", environment, List.of());
    }

    /** The environment of a program that uses a local org and a queue of one shard. */
    public static Map<String, String> environment(URI org, String redis) {
        return new HashMap<>(Map.of(
                "SALESFORCE_LOGIN_URL",
                org.toString(),
                "SALESFORCE_CLIENT_ID",
                "tailback",
                "SALESFORCE_CLIENT_SECRET",
                "local-org",
                "REDIS_URI",
                redis));
    }

    /** The environment of a program that has the ledger. */
    public static Map<String, String> ledger(String url, String username, String password) {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", url,
                "DATASOURCES_DEFAULT_USERNAME", username,
                "DATASOURCES_DEFAULT_PASSWORD", password);
    }

    public Path jar(String module) {
        return home.resolve(module).resolve("target").resolve(module + ".jar");
    }

    public Path log(String name) {
        return data.logs().resolve(name + ".log");
    }

    public Path schema() {
        return home.resolve("salesforce-schema").resolve("force-app");
    }

    /** Layouts, list views and reports that only people look at. */
    public Path views() {
        return home.resolve("salesforce-schema").resolve("force-app-reporting");
    }

    public Path seed() {
        return home.resolve("salesforce-schema").resolve("data");
    }

    /** An org with Tailback's own objects. */
    public OrgSource org() {
        return new OrgSource(schema(), views(), seed());
    }

    private ProgramPlan plan(
            String module,
            String name,
            int port,
            String ready,
            Map<String, String> environment,
            List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port)));
        all.addAll(arguments);
        return started(module, name, port, ready, environment, all);
    }

    private ProgramPlan started(
            String module,
            String name,
            int port,
            String ready,
            Map<String, String> environment,
            List<String> arguments) {
        return new ProgramPlan(
                name, jar(module), inFront, arguments, environment, URI.create(LOOPBACK + port + ready), log(name));
    }
}
