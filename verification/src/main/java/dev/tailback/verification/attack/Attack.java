package dev.tailback.verification.attack;

import dev.tailback.program.CannotStart;
import dev.tailback.program.ExitCode;
import dev.tailback.verification.fleet.Home;
import dev.tailback.verification.fleet.OrderlyRun;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tailback attack}: the packaged programs, and everything that people with bad intentions try. */
@Command(
        name = "attack",
        description = "Attacks the programs from every side, and proves that it gets nowhere.",
        mixinStandardHelpOptions = true)
public final class Attack implements Callable<Integer> {
    private static final int MOST_CONNECTIONS = 64;

    @Option(names = "--requests", paramLabel = "N", description = "Requests of the fuzz (20000 if not given).")
    private long requests = 20_000;

    @Option(names = "--seconds", paramLabel = "N", description = "The fuzz ends after this time, whatever is left.")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Which requests (1 if not given).")
    private long seed = 1;

    @Option(names = "--connections", paramLabel = "N", description = "Side by side, 1 to 64 (4 if not given).")
    private int connections = 4;

    @Option(names = "--slowest", paramLabel = "MS", description = "Answers that take longer are findings.")
    private Optional<Integer> slowest = Optional.empty();

    @Option(names = "--only", paramLabel = "PART", split = ",", description = "Only these parts, in this order.")
    private List<String> only = Parts.NAMES;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the run keeps everything (.tailback/attack).")
    private Optional<Path> directory = Optional.empty();

    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        AttackSettings settings = settings();
        return new OrderlyRun(out).run(() -> attack(settings));
    }

    private int attack(AttackSettings settings) {
        out.println("Starting PostgreSQL, Redis, the local org, the service app and the sync worker ...");
        Target target = Target.start(settings);
        try {
            out.println("Attack: " + settings.command());
            Findings findings = new Findings(settings.data().resolve("requests"), target.port(), out);
            Secrets secrets = new Secrets();
            Logs logs = new Logs(target.logs(), secrets);
            Staff staff = Staff.of(URI.create("http://127.0.0.1:" + target.port()), Sold.in(target.org()));
            strike(new Scene(settings, target, findings, staff, secrets, out));
            logs.check(findings);
            return verdict(settings, findings);
        } finally {
            target.close();
        }
    }

    private void strike(Scene scene) {
        Map<String, Parts.Part> parts = Parts.of(scene);
        for (String name : scene.settings().parts()) {
            long begun = System.nanoTime();
            Objects.requireNonNull(parts.get(name), name).strike();
            // A caller with the right to pause may have done so.
            scene.staff().resume();
            out.printf("%-10s took %.1f s%n", name, (System.nanoTime() - begun) / 1e9);
        }
    }

    private int verdict(AttackSettings settings, Findings findings) {
        if (findings.total() == 0) {
            out.println("The attack got nowhere.");
            return ExitCode.OK.number();
        }
        out.print(findings.table());
        out.println(findings.total() + " findings. Requests are under "
                + settings.data().resolve("requests") + ", logs under "
                + settings.data().resolve("logs") + ". Again: " + settings.command());
        return ExitCode.FAILED.number();
    }

    private AttackSettings settings() {
        if (requests < 1 || seconds.orElse(1) < 1) {
            throw CannotStart.misconfigured("--requests and --seconds are too small: give at least 1.");
        }
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw CannotStart.misconfigured(
                    "--connections " + connections + " is out of range: give one from 1 to 64.");
        }
        only.stream().filter(part -> !Parts.NAMES.contains(part)).findFirst().ifPresent(part -> {
            throw CannotStart.misconfigured(
                    "--only " + part + " is no part: give some of " + String.join(", ", Parts.NAMES) + ".");
        });
        Home home = Home.ofThisProgram();
        return new AttackSettings(
                home.path(),
                home.data(directory, "attack"),
                seed,
                requests,
                seconds.map(Duration::ofSeconds),
                connections,
                slowest.map(Duration::ofMillis),
                List.copyOf(only));
    }
}
