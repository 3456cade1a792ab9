package dev.tailback.verification.fleet;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.program.CannotStart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All parts of Tailback running on this machine. Each is started as soon as what it needs at its start is there, so
 * that the programs begin while PostgreSQL still sets itself up; they end in the reverse order. Whatever a killed predecessor left running on the same data is ended before
 * anything starts.
 */
public final class Machine implements AutoCloseable {
    private final OwnedProcesses processes;
    private final DataDirectory data;
    private final Ports ports;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final Optional<LocalProvider> provider;
    private final List<Program> programs;
    private final List<KeptUp> kept;
    private volatile boolean ended;

    private Machine(
            OwnedProcesses processes,
            DataDirectory data,
            Ports ports,
            EmbeddedPostgres postgres,
            EmbeddedRedis redis,
            Optional<LocalProvider> provider,
            List<Program> programs,
            List<KeptUp> kept) {
        this.processes = processes;
        this.data = data;
        this.ports = ports;
        this.postgres = postgres;
        this.redis = redis;
        this.provider = provider;
        this.programs = programs;
        this.kept = kept;
    }

    /** @throws CannotStart or {@link dev.tailback.localservices.ServiceFailed}, and then nothing is left running */
    public static Machine start(Plans plans, boolean fresh) {
        OwnedProcesses processes = OwnedProcesses.in(plans.data().processes());
        Optional<LocalProvider> provider = Optional.empty();
        try {
            // Only now: what a killed predecessor left running may have held them until a moment ago.
            plans.ports().requireFree();
            if (fresh) {
                plans.data().clear();
            }
            plans.data().create();
            provider = provider(plans);
            return start(processes, plans, provider);
        } catch (RuntimeException e) {
            provider.ifPresent(LocalProvider::close);
            processes.close();
            throw e;
        }
    }

    private static Optional<LocalProvider> provider(Plans plans) {
        if (!plans.withProvider()) {
            return Optional.empty();
        }
        plans.ports().requireProviderFree();
        return Optional.of(
                LocalProvider.start(plans.ports().provider(), plans.data().root()));
    }

    private static Machine start(OwnedProcesses processes, Plans plans, Optional<LocalProvider> provider) {
        DataDirectory data = plans.data();
        Program localOrg = new Program(processes, plans.localOrg(), plans.archives()).start();
        EmbeddedRedis redis = EmbeddedRedis.start(processes, "redis", data.redis(), 0);
        Program syncWorker = new Program(processes, plans.syncWorker(redis), plans.archives()).start();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(processes, "postgres", data.postgres(), 0);
        ProgramPlan app = plans.serviceApp(postgres, redis, provider);
        Program serviceApp = new Program(processes, app, plans.archives()).start();
        List<Program> programs = List.of(localOrg, serviceApp, syncWorker);
        programs.forEach(Program::awaitReady);
        return new Machine(
                processes, data, plans.ports(), postgres, redis, provider, programs, keptUp(postgres, redis, programs));
    }

    /** In the order in which they need each other. */
    private static List<KeptUp> keptUp(EmbeddedPostgres postgres, EmbeddedRedis redis, List<Program> programs) {
        return Stream.concat(
                        Stream.of(Parts.of(postgres), Parts.of(redis)),
                        programs.stream().map(Parts::of))
                .map(part -> new KeptUp(part, Clock.systemUTC()))
                .toList();
    }

    public URI serviceApp() {
        return URI.create("http://127.0.0.1:" + ports.serviceApp());
    }

    public URI localOrg() {
        return URI.create("http://127.0.0.1:" + ports.localOrg());
    }

    /** What holds the ledger. */
    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** The OpenID provider, if this machine has one. */
    public Optional<LocalProvider> provider() {
        return provider;
    }

    public Path logs() {
        return data.logs();
    }

    /** Redis is killed and comes back empty. */
    public void wipeRedis() {
        redis.wipe();
    }

    /** The worker gets no chance to give back what it holds. */
    public void killWorker() {
        syncWorker().kill();
    }

    public void startWorker() {
        syncWorker().start().awaitReady();
    }

    /** Starts again what has ended without being asked to, as an orchestrator would. */
    public void startAgainWhatEnded(Consumer<String> told) {
        kept.forEach(part -> {
            if (!ended) {
                part.look(told);
            }
        });
    }

    /**
     * Makes the archives of classes that are missing, one after the other; the next start of a program takes its own.
     *
     * @param own of the program that started this machine
     */
    public void archiveClasses(ClassArchive own) {
        programs.forEach(Program::archiveClasses);
        own.make(processes);
    }

    private Program syncWorker() {
        return programs.get(programs.size() - 1);
    }

    /** Ends everything, youngest first, so that the worker can give back what it holds. */
    @Override
    public void close() {
        ended = true;
        processes.close();
        provider.ifPresent(LocalProvider::close);
        programs.forEach(Program::forgetNotes);
    }
}
