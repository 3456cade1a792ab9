package dev.tailback.browser.stage;

import dev.tailback.verification.customers.CustomersMachine;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.HubMachine;
import dev.tailback.verification.fleet.HubPorts;
import dev.tailback.verification.fleet.Plans;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The packaged programs as the demo with the hub starts them, on free ports of 127.0.0.1, and one Chromium. */
public final class HubStage implements PlayedOn, AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final HubMachine machine;
    private final People people;
    private final Marketing marketing;

    private HubStage(HubMachine machine, People people) {
        this.machine = machine;
        this.people = people;
        this.marketing = new Marketing(machine.hubSpot());
    }

    static HubStage open() {
        Path home = Path.of("..").toAbsolutePath().normalize();
        DataDirectory data = new DataDirectory(Fork.directory("hub-stage"));
        HubPorts ports = HubPorts.of(Optional.empty(), true);
        HubMachine machine = CustomersMachine.start(Plans.of(home, data, ports.others(), 1), ports, true);
        // A run that is ended ends what it started; after kill -9 the next run does.
        Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "end-the-hub-stage"));
        HubStage stage = new HubStage(machine, People.at(machine.hub(), machine.serviceApp()));
        stage.awaits(
                "all customers have met and everything is written",
                () -> stage.desk().isQuiet());
        return stage;
    }

    /** Somebody who has not logged in, before the hub. */
    public Person stranger(Device device) {
        return people.stranger(device);
    }

    /** Somebody with an account of the demo, logged in at the service app. */
    public Person person(String account, Device device) {
        return people.person(account, device);
    }

    /** People in HubSpot. */
    public Marketing marketing() {
        return marketing;
    }

    /** Over the hub's API. */
    public HubDesk desk() {
        return new HubDesk(machine.hub());
    }

    public URI hub() {
        return machine.hub();
    }

    public URI serviceApp() {
        return machine.serviceApp();
    }

    /** For what no page tells by itself. */
    public void awaits(String condition, BooleanSupplier isMet) {
        Await.require(condition, LONG, isMet);
    }

    @Override
    public List<Path> keepPages(String test) {
        return people.keepPages(test);
    }

    @Override
    public void clear(String test, boolean failed) {
        marketing.takesEverything();
        people.leave(test, failed);
    }

    @Override
    public void close() {
        try {
            people.close();
        } finally {
            machine.close();
        }
    }
}
