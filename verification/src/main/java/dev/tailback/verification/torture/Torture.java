package dev.tailback.verification.torture;

import dev.tailback.program.CannotStart;
import dev.tailback.program.ExitCode;
import dev.tailback.verification.fleet.Home;
import dev.tailback.verification.fleet.OrderlyRun;
import dev.tailback.verification.fleet.Shards;
import dev.tailback.verification.hubtorture.HubSettings;
import dev.tailback.verification.hubtorture.HubTorture;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.programs.Fleet;
import dev.tailback.verification.torture.programs.Guard;
import dev.tailback.verification.torture.programs.Settings;
import dev.tailback.verification.torture.programs.TortureOrg;
import dev.tailback.verification.torture.wire.LateWrites;
import dev.tailback.verification.torture.wire.RedisMemory;
import dev.tailback.verification.torture.wire.Traffic;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tailback torture}: everything as processes, people at work, and a storm that tries to lose something. */
@Command(
        name = "torture",
        description = "Breaks everything at random while people work, and proves that nothing is lost.",
        mixinStandardHelpOptions = true)
public final class Torture implements Callable<Integer> {
    private static final int MOST_SHOWN = 40;

    @Option(names = "--seconds", paramLabel = "N", description = "How long things break (60 if not given).")
    private int seconds = 60;

    @Option(names = "--seed", paramLabel = "S", description = "Which actions and faults (1 if not given).")
    private long seed = 1;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the run keeps everything (.tailback/torture).")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "How many shards the queue has, 1 to 64 (1 if not given).")
    private int shards = 1;

    @Option(names = "--hub", description = "The hub with three CRMs, instead of the write-back.")
    private boolean hub;

    @Option(names = "--calm", description = "People work, and nothing breaks.")
    private boolean calm;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "On another org: FILE says its names; beside it stand force-app and story.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--without",
            paramLabel = "GUARD",
            description = "Switch off fence, gate or sweep, to see the run fail.")
    private Optional<String> without = Optional.empty();

    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        Settings settings = settings();
        if (hub) {
            HubTorture torture = new HubTorture(hubSettings(settings), out);
            return new OrderlyRun(out).run(torture::run);
        }
        Traffic traffic = new Traffic(new LateWrites(seed), new RedisMemory(System::nanoTime));
        return new OrderlyRun(out).run(() -> torture(settings, traffic));
    }

    private int torture(Settings settings, Traffic traffic) {
        out.println("Starting PostgreSQL, Redis, the local org, two service apps and three sync workers ...");
        TortureOrg org = TortureOrg.of(settings);
        Fleet fleet = Fleet.start(settings, org, traffic);
        try {
            out.println("Torture: " + settings.command());
            return verdict(settings, new Run(settings, fleet, org.mapping(), traffic, out).run());
        } finally {
            fleet.close();
        }
    }

    private int verdict(Settings settings, Differences differences) {
        settings.without().ifPresent(guard -> out.println(guard.shownBy(differences)));
        List<String> sentences = differences.all();
        if (sentences.isEmpty()) {
            out.println("Nothing was lost, nothing is twice, nothing is stale.");
            return ExitCode.OK.number();
        }
        sentences.stream().limit(MOST_SHOWN).forEach(sentence -> out.println("  ✗ " + sentence));
        out.println(differences.counts()
                + (sentences.size() > MOST_SHOWN ? " (the first " + MOST_SHOWN + " are shown)" : "")
                + ". The logs are under " + settings.data().resolve("logs") + ". Again: " + settings.command());
        return ExitCode.FAILED.number();
    }

    private Settings settings() {
        if (seconds < 1) {
            throw CannotStart.misconfigured("--seconds " + seconds + " is too short: give at least 1.");
        }
        if (calm && without.isPresent()) {
            throw CannotStart.misconfigured(
                    "--calm breaks nothing, so it cannot show what a guard is for: give --without alone.");
        }
        if (mapping.isPresent() && without.isPresent()) {
            throw CannotStart.misconfigured(
                    "--without takes a guard out of Tailback's own objects: give it without --mapping.");
        }
        Home home = Home.ofThisProgram();
        return new Settings(
                home.path(),
                home.data(directory, "torture"),
                Duration.ofSeconds(seconds),
                seed,
                Shards.require(shards),
                calm,
                mapping,
                without.map(Torture::guard));
    }

    /** Of the rest, each is about the queue or the mapping of the write-back. */
    private HubSettings hubSettings(Settings all) {
        if (shards != 1 || mapping.isPresent() || without.isPresent()) {
            throw CannotStart.misconfigured(
                    "--hub tortures the hub, which has no shards, guards or mapping here: give it without --shards, "
                            + "--without and --mapping.");
        }
        Path data = Home.ofThisProgram().data(directory, "torture-hub");
        return new HubSettings(all.home(), data, all.storm(), seed, calm);
    }

    private static Guard guard(String name) {
        for (Guard guard : Guard.values()) {
            if (guard.toString().equals(name)) {
                return guard;
            }
        }
        throw CannotStart.misconfigured("--without " + name + " is no guard: give fence, gate or sweep.");
    }
}
