package dev.tailback.verification.attack;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is attacked: the packaged programs as processes, with a Salesforce that can lie on the way of each and a way to
 * PostgreSQL that can go silent. Times are shorter than the defaults, so that automatic recovery ends within a run.
 */
// Everything that runs is there before start() gives the target away.
@SuppressWarnings("NullAway.Init")
final class Target implements AutoCloseable {
    /** Known here, so that the attack can try tokens that only time or another key makes wrong. */
    static final String SESSION_SECRET = "the-attack-knows-this-secret-and-must-not-need-it";

    private final Blueprint blueprint;
    private final DataDirectory data;
    private final OwnedProcesses processes;
    private final int port = Ports.freePort();
    private Program localOrg;
    private Program serviceApp;
    private Program syncWorker;
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;
    private Flow flow;
    private URI org;
    private LyingOrg forReaders;
    private LyingOrg forWriters;

    private Target(AttackSettings settings) {
        this.data = new DataDirectory(settings.data());
        this.blueprint = new Blueprint(settings.home(), data);
        this.processes = OwnedProcesses.in(data.processes());
    }

    /**
     * @throws dev.tailback.program.CannotStart or {@link dev.tailback.localservices.ServiceFailed}, and then
     * nothing is left running
     */
    static Target start(AttackSettings settings) {
        Target target = new Target(settings);
        try {
            target.data.clear();
            target.data.create();
            target.startAll();
            return target;
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    private void startAll() {
        ProgramPlan orgPlan = orgPlan();
        org = orgPlan.ready().resolve("/");
        localOrg = new Program(processes, orgPlan).start();
        forReaders = LyingOrg.before(org);
        forWriters = LyingOrg.before(org);
        postgres = EmbeddedPostgres.start(processes, "postgres", data.postgres(), 0);
        redis = EmbeddedRedis.start(processes, "redis", data.redis(), 0);
        flow = Flow.to(postgres.port());
        serviceApp = new Program(processes, serviceAppPlan()).start();
        syncWorker = new Program(processes, syncWorkerPlan()).start();
        List.of(localOrg, serviceApp, syncWorker).forEach(Program::awaitReady);
    }

    private ProgramPlan orgPlan() {
        return blueprint.localOrg(
                Ports.freePort(),
                "--source",
                blueprint.schema().toString(),
                "--seed",
                blueprint.seed().toString(),
                "--data",
                data.localOrg().toString());
    }

    private ProgramPlan serviceAppPlan() {
        Map<String, String> environment = Blueprint.environment(forReaders.address(), redis.uri());
        environment.putAll(Blueprint.ledger(
                "jdbc:postgresql://127.0.0.1:" + flow.port() + "/postgres", postgres.username(), postgres.password()));
        environment.put("TAILBACK_SESSION_SECRET", SESSION_SECRET);
        environment.put("HTTP_HEADERS_WITHIN", "5s");
        environment.put("HTTP_BODY_WITHIN", "8s");
        environment.put("HTTP_MOST_CONNECTIONS_PER_ADDRESS", "200");
        return blueprint.serviceApp("service-app", port, environment);
    }

    private ProgramPlan syncWorkerPlan() {
        Map<String, String> environment = Blueprint.environment(forWriters.address(), redis.uri());
        environment.put("SALESFORCE_WRITE_TIMEOUT", "4s");
        environment.put("WORKER_LEASE", "7s");
        environment.put("WORKER_LONGEST_RETRY", "3s");
        environment.put("WORKER_LONGEST_PROBE_WAIT", "3s");
        environment.put("WORKER_QUOTA_WAIT", "2s");
        return blueprint.syncWorker("sync-worker", Ports.freePort(), environment);
    }

    Path serviceAppJar() {
        return blueprint.jar("service-app");
    }

    /** Of our own programs. */
    List<Path> logs() {
        return List.of(blueprint.log("service-app"), blueprint.log("sync-worker"));
    }

    int port() {
        return port;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    URI org() {
        return org;
    }

    Program serviceApp() {
        return serviceApp;
    }

    Program syncWorker() {
        return syncWorker;
    }

    EmbeddedRedis redis() {
        return redis;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    /** The service app's way to PostgreSQL. */
    Flow flow() {
        return flow;
    }

    /** What the service app takes for Salesforce. */
    LyingOrg forReaders() {
        return forReaders;
    }

    /** What the worker takes for Salesforce. */
    LyingOrg forWriters() {
        return forWriters;
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        processes.close();
        if (flow != null) {
            flow.close();
        }
        if (forReaders != null) {
            forReaders.close();
        }
        if (forWriters != null) {
            forWriters.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
