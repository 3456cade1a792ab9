package dev.tailback.verification.benchmarks.lab;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.OwnedProcess;
import dev.tailback.localservices.OwnedProcesses;
import dev.tailback.localservices.RedisExecutable;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.ClassArchive;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of one measurement, each a process of its own. Closing ends them all and deletes their data; the logs stay
 * until the next lab opens. Whatever a killed predecessor left running on the same data is ended when the next lab
 * opens, if its watchdogs have not done so.
 */
public final class Lab implements AutoCloseable {
    private final OwnedProcesses processes;
    private final DataDirectory data;
    private final LabPlans plans;
    private boolean closed;

    private Lab(OwnedProcesses processes, DataDirectory data, LabPlans plans) {
        this.processes = processes;
        this.data = data;
        this.plans = plans;
    }

    static Lab open(Path home, Path root) {
        DataDirectory data = new DataDirectory(root);
        Lab lab = new Lab(OwnedProcesses.in(data.processes()), data, new LabPlans(new Blueprint(home, data)));
        data.clear();
        data.create();
        return lab;
    }

    /** @param name one living Redis has it at a time; its data is kept apart */
    public EmbeddedRedis redis(String name) {
        return redis(name, RedisExecutable.embedded());
    }

    /** As {@link #redis(String)}, of another redis-server. */
    public EmbeddedRedis redis(String name, RedisExecutable executable) {
        return EmbeddedRedis.start(processes, name, data.redis().resolve(name), 0, executable);
    }

    public EmbeddedPostgres postgres() {
        return EmbeddedPostgres.start(processes, "postgres", data.postgres(), 0);
    }

    /** One of several that live at the same time, with data of its own. */
    public EmbeddedPostgres postgres(String name) {
        return EmbeddedPostgres.start(processes, name, directory(name), 0);
    }

    /** A directory of this measurement, deleted at its end. */
    public Path directory(String name) {
        return data.localOrg().resolveSibling(name);
    }

    public LabPlans plans() {
        return plans;
    }

    /** @param options of its Java machine, such as {@code -Xmx256m} */
    public Program start(ProgramPlan plan, String... options) {
        return new Program(processes, plan, List.of(options)).start().awaitReady();
    }

    /** Makes an archive of a program's classes from what the program has noted. */
    public void make(ClassArchive archive) {
        archive.make(processes);
    }

    /** A process of a program that is none of ours. It ends with the lab, and after a {@code kill -9} of it too. */
    public OwnedProcess start(String name, ProcessBuilder command) {
        return processes.start(name, command);
    }

    /** Where a process of this name writes what it says. */
    public Path log(String name) {
        return data.logs().resolve(name + ".log");
    }

    /** What is fetched once, and stays for the next lab on the same data. */
    public Path tools() {
        return data.root().resolve("tools");
    }

    /** Deletes what a Redis kept that has ended. */
    public void forgetRedis(String name) {
        delete(data.redis().resolve(name));
    }

    private static void delete(Path kept) {
        if (!Files.exists(kept)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(kept)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw CannotStart.misconfigured("Cannot delete " + kept + ": give the measurement another --data DIR.", e);
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            processes.close();
            delete(data.postgres());
            delete(data.redis());
            delete(data.root().resolve("local-org"));
        }
    }
}
