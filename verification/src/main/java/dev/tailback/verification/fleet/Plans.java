package dev.tailback.verification.fleet;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How each program is started in the demo.
 *
 * @param shards of the queue
 * @param org what the local org is made of
 * @param withProvider whether people can log in by an OpenID provider, too
 * @param hubPort where the hub that people come back to after a login listens, if there is one
 * @param archives the directory of the programs' archives of classes; none where every start reads the jars
 */
public record Plans(
        Path home,
        DataDirectory data,
        Ports ports,
        int shards,
        OrgSource org,
        boolean withProvider,
        String sessionSecret,
        Optional<Integer> hubPort,
        Optional<Path> archives) {

    /** A service app that is killed and started again goes on with the sessions it had. */
    public static Plans of(Path home, DataDirectory data, Ports ports, int shards) {
        String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        OrgSource org = new Blueprint(home, data).org();
        return new Plans(home, data, ports, shards, org, false, secret, Optional.empty(), Optional.empty());
    }

    /** The same with an OpenID provider. */
    public Plans withProvider(boolean wanted) {
        return new Plans(home, data, ports, shards, org, wanted, sessionSecret, hubPort, archives);
    }

    /** The same with archives of classes, which the first demo makes and later ones take. */
    public Plans archivedIn(Path directory) {
        return new Plans(home, data, ports, shards, org, withProvider, sessionSecret, hubPort, Optional.of(directory));
    }

    /** The same with another org. */
    public Plans withOrg(OrgSource other) {
        return new Plans(home, data, ports, shards, other, withProvider, sessionSecret, hubPort, archives);
    }

    /** The same beside a hub, to which people come back after a login. */
    Plans withHub(int port) {
        return new Plans(home, data, ports, shards, org, withProvider, sessionSecret, Optional.of(port), archives);
    }

    ProgramPlan localOrg() {
        List<String> arguments = new ArrayList<>(List.of(
                "--source",
                org.source().toString(),
                "--views",
                org.views().toString(),
                "--seed",
                org.seed().toString(),
                "--data",
                data.localOrg().toString()));
        org.switches().ifPresent(file -> arguments.addAll(List.of("--switches", file.toString())));
        return blueprint().localOrg(ports.localOrg(), arguments.toArray(String[]::new));
    }

    ProgramPlan serviceApp(EmbeddedPostgres postgres, EmbeddedRedis redis, Optional<LocalProvider> provider) {
        Map<String, String> environment = environment(redis);
        environment.putAll(Blueprint.ledger(postgres.jdbcUrl(), postgres.username(), postgres.password()));
        environment.put("TAILBACK_SESSION_SECRET", sessionSecret);
        hubPort.ifPresent(port -> environment.put("TAILBACK_HUB_URL", "http://127.0.0.1:" + port));
        provider.map(LocalProvider::environment).ifPresent(environment::putAll);
        return blueprint().serviceApp("service-app", ports.serviceApp(), environment);
    }

    /** Its lease is short: a person who kills the worker soon sees that nothing is lost. */
    ProgramPlan syncWorker(EmbeddedRedis redis) {
        Map<String, String> environment = environment(redis);
        environment.put("SALESFORCE_WRITE_TIMEOUT", "10s");
        environment.put("WORKER_LEASE", "15s");
        return blueprint().syncWorker("sync-worker", ports.syncWorker(), environment);
    }

    private Blueprint blueprint() {
        return new Blueprint(home, data);
    }

    private Map<String, String> environment(EmbeddedRedis redis) {
        Map<String, String> environment =
                Blueprint.environment(URI.create("http://127.0.0.1:" + ports.localOrg()), redis.uri());
        environment.put("REDIS_SHARDS", Integer.toString(shards));
        return environment;
    }
}
