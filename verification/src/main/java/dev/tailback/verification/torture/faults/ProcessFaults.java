package dev.tailback.verification.torture.faults;

import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.torture.checks.CommitHistory;
import dev.tailback.verification.torture.programs.Fleet;
import java.util.List;
import java.util.Random;

/** Whatever runs can be killed, or stand still. An orchestrator starts it again a moment later. */
final class ProcessFaults {
    private static final int SHORT = 100;
    private static final int LONG = 1_500;
    /** Longer than a lease, so that others take over what the paused worker holds. */
    private static final int BEYOND_LEASE = 8_000;
    /** Longer than a worker waits for an answer: the call is done after it was given up. */
    private static final int BEYOND_TIMEOUT = 6_000;

    private final Fleet fleet;
    private final CommitHistory commits;
    private final OrgControl org;

    ProcessFaults(Fleet fleet, CommitHistory commits, OrgControl org) {
        this.fleet = fleet;
        this.commits = commits;
        this.org = org;
    }

    List<Fault> all() {
        return List.of(
                new Fault("service app killed", SHORT, LONG, random -> kill(List.of(any(fleet.serviceApps(), random)))),
                new Fault("both service apps killed", SHORT, LONG, random -> kill(fleet.serviceApps())),
                new Fault("worker killed", SHORT, LONG, random -> kill(List.of(any(fleet.syncWorkers(), random)))),
                new Fault("all workers killed", SHORT, LONG, random -> kill(fleet.syncWorkers())),
                new Fault("local org killed", SHORT, LONG, random -> killOrg()),
                new Fault(
                        "worker paused beyond its lease",
                        BEYOND_LEASE,
                        BEYOND_LEASE + LONG,
                        random -> pause(any(fleet.syncWorkers(), random))),
                new Fault("service app paused", LONG, 4 * LONG, random -> pause(any(fleet.serviceApps(), random))),
                new Fault("local org stalled", LONG, BEYOND_TIMEOUT, random -> stallOrg()));
    }

    private static Program any(List<Program> programs, Random random) {
        return programs.get(random.nextInt(programs.size()));
    }

    private static Runnable kill(List<Program> programs) {
        programs.forEach(Program::kill);
        return () -> programs.forEach(ProcessFaults::startUnlessAlive);
    }

    private Runnable killOrg() {
        fleet.localOrg().kill();
        // It writes its file anew when it starts.
        commits.read();
        return () -> startUnlessAlive(fleet.localOrg());
    }

    private Runnable stallOrg() {
        org.freeze(fleet.localOrg());
        return () -> org.thaw(fleet.localOrg());
    }

    private static Runnable pause(Program program) {
        program.freeze();
        return program::thaw;
    }

    private static void startUnlessAlive(Program program) {
        if (!program.isAlive()) {
            program.start();
        }
    }
}
