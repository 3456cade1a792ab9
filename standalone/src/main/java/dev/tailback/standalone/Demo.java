package dev.tailback.standalone;

import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.ClassArchive;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Home;
import dev.tailback.verification.fleet.HubPorts;
import dev.tailback.verification.fleet.Machine;
import dev.tailback.verification.fleet.Plans;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.Shards;
import dev.tailback.verification.foreign.ForeignOrg;
import dev.tailback.verification.foreign.PrepareOrg;
import dev.tailback.verification.foreign.PutMapping;
import dev.tailback.verification.story.Cast;
import dev.tailback.verification.story.Story;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tailback demo}: everything, seeded, on this machine; stays up, or tells the story and ends. */
@Command(
        name = "demo",
        description = "Starts everything on embedded parts, seeded, and stays up.",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
    /** By then people have opened the first pages, and the classes of these lie in the archives, too. */
    private static final Duration ARCHIVES_AFTER = Duration.ofSeconds(15);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    @Option(names = "--exit", description = "Tell the story, check every step, and end with 0 or 1.")
    private boolean exit;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description =
                    "Service app on N, local org on N+10 (8080 and 8090 if not given; any free ones with --exit).")
    private Optional<Integer> portBase = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (.tailback/demo if not given; .tailback/story with --exit).")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "How many shards the queue has, 1 to 64 (1 if not given).")
    private int shards = 1;

    @Option(names = "--fresh", description = "Forget what earlier demos saved there. Always so with --exit.")
    private boolean fresh;

    @Option(names = "--oidc", description = "With an OpenID provider, and a person there for each role.")
    private boolean oidc;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "On another org: FILE says its names; beside it stand force-app and story. The usage object "
                    + "is generated.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--switches",
            paramLabel = "FILE",
            description = "The local org behaves as the org of which 'org prove --switches FILE' has told.")
    private Optional<Path> switches = Optional.empty();

    @Option(
            names = "--hub",
            description =
                    "With the hub and three CRMs that hold the same forty customers: Salesforce, HubSpot and a shop's "
                            + "tables. The hub on N+5, HubSpot on N+14.")
    private boolean hub;

    private final PrintStream out = System.out;
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() {
        Home home = Home.ofThisProgram();
        DataDirectory data = new DataDirectory(home.data(directory, name()));
        return hub ? withHub(home, data) : withoutHub(home, data);
    }

    private int withHub(Home home, DataDirectory data) {
        if (mapping.isPresent()) {
            throw CannotStart.misconfigured("--hub and --mapping do not go together: the hub's CRMs have customers of "
                    + "their own. Give one of the two.");
        }
        HubPorts ports = HubPorts.of(portBase, exit);
        Plans own = plans(home, data, ports.others());
        return new HubDemo(own.withOrg(own.org().switchedBy(switches.map(Path::toAbsolutePath))), ports, out)
                .run(exit, fresh || exit);
    }

    private Plans plans(Home home, DataDirectory data, Ports ports) {
        return Plans.of(home.path(), data, ports, Shards.require(shards))
                .withProvider(oidc)
                .archivedIn(home.archives());
    }

    private int withoutHub(Home home, DataDirectory data) {
        Ports ports = Ports.of(portBase, exit);
        out.println("Starting PostgreSQL, Redis, the local org, the service app and the sync worker ...");
        long begun = System.nanoTime();
        Optional<ForeignOrg> foreign = mapping.map(file -> new PrepareOrg(home.path(), data).of(file));
        Plans own = plans(home, data, ports);
        Plans plans = own.withOrg(
                foreign.map(ForeignOrg::source).orElse(own.org()).switchedBy(switches.map(Path::toAbsolutePath)));
        ClassArchive archive =
                new ClassArchive(home.archives(), home.path().resolve("standalone/target/standalone.jar"));
        try (Machine machine = Machine.start(plans, fresh || exit)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(machine, archive), "end-in-order"));
            foreign.ifPresent(org -> new PutMapping(machine.serviceApp(), "admin", "tailback")
                    .put(org.text(), "The mapping of this demo's org"));
            out.printf("Everything is up after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            return exit
                    ? new Story(machine, plans.org(), foreign, out).tell()
                    : stay(machine, Cast.of(plans.org().seed()).customer(), archive);
        }
    }

    /** Each org has data of its own. */
    private String name() {
        String name = (hub ? "hub-" : "") + (exit ? "story" : "demo");
        return mapping.map(file -> file.toAbsolutePath().normalize().getParent())
                .map(folder -> name + "-" + folder.getFileName())
                .orElse(name);
    }

    private int stay(Machine machine, String customer, ClassArchive own) {
        out.println(Welcome.to(machine, customer));
        Thread archives = new Thread(() -> archiveClasses(machine, own), "archives");
        archives.setDaemon(true);
        archives.start();
        while (!endsWithin(LOOKS_EVERY)) {
            machine.startAgainWhatEnded(out::println);
        }
        return 0;
    }

    private void archiveClasses(Machine machine, ClassArchive own) {
        if (!endsWithin(ARCHIVES_AFTER)) {
            machine.archiveClasses(own);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ctrl-C and SIGTERM come here. */
    private void endInOrder(Machine machine, ClassArchive own) {
        ended.countDown();
        machine.close();
        own.forget();
    }
}
