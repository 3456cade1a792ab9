package dev.tailback.verification.fleet;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.OwnedProcesses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All parts of Tailback on this machine, and the hub with a HubSpot beside them. The hub ends first. */
public final class HubMachine implements AutoCloseable {
    private final Machine others;
    private final OwnedProcesses processes;
    private final HubPorts ports;
    private final Program hub;
    private final List<KeptUp> kept;
    private volatile boolean ended;

    private HubMachine(Machine others, OwnedProcesses processes, HubPorts ports, Program hubSpot, Program hub) {
        this.others = others;
        this.processes = processes;
        this.ports = ports;
        this.hub = hub;
        this.kept = Stream.of(hubSpot, hub)
                .map(program -> new KeptUp(Parts.of(program), Clock.systemUTC()))
                .toList();
    }

    /**
     * @param before what must be there before the hub looks at its CRMs, such as the tables of one
     * @throws dev.tailback.program.CannotStart or {@link dev.tailback.localservices.ServiceFailed}, and then nothing is
     *     left running
     */
    public static HubMachine start(HubPlans plans, boolean fresh, Consumer<EmbeddedPostgres> before) {
        // What a killed predecessor left running is ended before its data goes.
        OwnedProcesses processes = OwnedProcesses.in(plans.others().data().hubProcesses());
        try {
            Machine others = Machine.start(plans.others().withHub(plans.ports().hub()), fresh);
            try {
                return start(others, processes, plans, before);
            } catch (RuntimeException e) {
                processes.close();
                others.close();
                throw e;
            }
        } catch (RuntimeException e) {
            processes.close();
            throw e;
        }
    }

    private static HubMachine start(
            Machine others, OwnedProcesses processes, HubPlans plans, Consumer<EmbeddedPostgres> before) {
        plans.ports().requireFree();
        Program hubSpot = new Program(processes, plans.hubSpot()).start();
        plans.createDatabase(others.postgres());
        before.accept(others.postgres());
        hubSpot.awaitReady();
        Program hub = new Program(processes, plans.hub(others.postgres())).start();
        hub.awaitReady();
        return new HubMachine(others, processes, plans.ports(), hubSpot, hub);
    }

    public URI hub() {
        return URI.create("http://127.0.0.1:" + ports.hub());
    }

    public URI hubSpot() {
        return URI.create("http://127.0.0.1:" + ports.hubSpot());
    }

    public URI localOrg() {
        return others.localOrg();
    }

    public URI serviceApp() {
        return others.serviceApp();
    }

    /** What holds the accounts, the hub's values and the shop's tables. */
    public EmbeddedPostgres postgres() {
        return others.postgres();
    }

    public Path logs() {
        return others.logs();
    }

    /** The hub gets no chance to finish what it does. */
    public void killHub() {
        hub.kill();
    }

    public void startHub() {
        hub.start().awaitReady();
    }

    /** PostgreSQL is killed for all programs at once. */
    public void killPostgres() {
        postgres().kill();
    }

    public void startPostgres() {
        postgres().start();
    }

    /** Starts again what has ended without being asked to, as an orchestrator would. */
    public void startAgainWhatEnded(Consumer<String> told) {
        others.startAgainWhatEnded(told);
        kept.forEach(part -> {
            if (!ended) {
                part.look(told);
            }
        });
    }

    @Override
    public void close() {
        ended = true;
        processes.close();
        others.close();
    }
}
