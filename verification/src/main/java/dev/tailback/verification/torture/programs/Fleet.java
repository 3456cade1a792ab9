package dev.tailback.verification.torture.programs;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.mapping.Mapping;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import dev.tailback.verification.foreign.PutMapping;
import dev.tailback.verification.torture.wire.Traffic;
import dev.tailback.verification.torture.wire.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every part as a process of its own, and a wire from each worker to Salesforce that sees what is said. */
// Everything that runs is there before start() gives the fleet away.
@SuppressWarnings("NullAway.Init")
public final class Fleet implements AutoCloseable {
    /** How long a worker holds a batch without renewing its lease. */
    public static final Duration LEASE = Duration.ofSeconds(7);

    private static final int SERVICE_APPS = 2;
    private static final int SYNC_WORKERS = 3;

    private final OwnedProcesses processes;
    private final List<URI> addresses = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Program> serviceApps = new ArrayList<>();
    private final List<Program> syncWorkers = new ArrayList<>();
    private final Path commits;
    private Program localOrg;
    private URI org;
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    private Fleet(OwnedProcesses processes, Path commits) {
        this.processes = processes;
        this.commits = commits;
    }

    /**
     * @throws dev.tailback.program.CannotStart or {@link dev.tailback.localservices.ServiceFailed}, and then
     * nothing is left running
     */
    public static Fleet start(Settings settings, TortureOrg org, Traffic traffic) {
        DataDirectory data = new DataDirectory(settings.data());
        Fleet fleet = new Fleet(OwnedProcesses.in(data.processes()), data.localOrg());
        try {
            data.clear();
            data.create();
            fleet.start(new TorturePlans(settings, org.source(), data), data, org.mapping(), traffic);
            org.text().ifPresent(fleet::tellNames);
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    private void start(TorturePlans plans, DataDirectory data, Mapping mapping, Traffic traffic) {
        ProgramPlan orgPlan = plans.localOrg();
        org = addressOf(orgPlan);
        localOrg = new Program(processes, orgPlan).start();
        postgres = EmbeddedPostgres.start(processes, "postgres", data.postgres(), 0);
        redis = EmbeddedRedis.start(processes, "redis", data.redis(), 0);
        IntStream.rangeClosed(1, SERVICE_APPS).forEach(number -> startServiceApp(plans, number));
        IntStream.rangeClosed(1, SYNC_WORKERS).forEach(number -> startSyncWorker(plans, number, mapping, traffic));
        programs().forEach(Program::awaitReady);
    }

    /** Every service app goes by them before people begin. */
    private void tellNames(String mapping) {
        new PutMapping(addresses.get(0), "admin", "tailback").put(mapping, "The mapping of this run's org");
        addresses.forEach(app -> new PutMapping(app, "admin", "tailback").await(mapping));
    }

    private void startServiceApp(TorturePlans plans, int number) {
        Flow flow = Flow.to(postgres.port());
        flows.add(flow);
        ProgramPlan plan = plans.serviceApp("service-app-" + number, org, postgres, flow, redis);
        addresses.add(addressOf(plan));
        // The first one migrates the database; the others would only wait for it.
        serviceApps.add(new Program(processes, plan).start());
    }

    private void startSyncWorker(TorturePlans plans, int number, Mapping mapping, Traffic traffic) {
        String name = "sync-worker-" + number;
        Wire wire = Wire.start(name, org, mapping, traffic);
        wires.add(wire);
        syncWorkers.add(new Program(processes, plans.syncWorker(name, wire.address(), redis)).start());
    }

    private static URI addressOf(ProgramPlan plan) {
        return URI.create("http://127.0.0.1:" + plan.ready().getPort());
    }

    public URI org() {
        return org;
    }

    public List<URI> addresses() {
        return addresses;
    }

    public Program localOrg() {
        return localOrg;
    }

    public List<Program> serviceApps() {
        return serviceApps;
    }

    public List<Program> syncWorkers() {
        return syncWorkers;
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** The ways of the service apps to PostgreSQL. */
    public List<Flow> flows() {
        return flows;
    }

    public EmbeddedRedis redis() {
        return redis;
    }

    /** The file in which the org writes every commit before anyone sees it. */
    public Path commits() {
        return commits;
    }

    /** Starts whatever is not running, and waits until all is ready. */
    public void heal() {
        postgres.start();
        redis.start();
        programs().filter(program -> !program.isAlive()).forEach(Program::start);
        programs().forEach(Program::awaitReady);
    }

    private Stream<Program> programs() {
        return Stream.of(Stream.of(localOrg), serviceApps.stream(), syncWorkers.stream())
                .flatMap(programs -> programs);
    }

    /** Also after an interruption: a run that is ended leaves no process behind. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        processes.close();
        wires.forEach(Wire::close);
        flows.forEach(Flow::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
