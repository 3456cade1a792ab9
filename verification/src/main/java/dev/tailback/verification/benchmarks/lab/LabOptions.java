package dev.tailback.verification.benchmarks.lab;

import dev.tailback.verification.benchmarks.report.Circumstances;
import dev.tailback.verification.fleet.CannotStart;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Where a measurement takes place. */
public final class LabOptions {
    private static final int INTERRUPTED = 130;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the run keeps its data until it ends (.tailback/bench if not given).")
    private Optional<Path> directory = Optional.empty();

    private final PrintStream out = System.out;

    /** @throws CannotStart naming the option that is out of range */
    public static void atLeast(long least, String option, long given) {
        if (given < least) {
            throw new CannotStart(option + " is " + given + ": give " + least + " or more.");
        }
    }

    /** @return the exit code: 0, or 130 if somebody ended it */
    public int measure(Consumer<Lab> measurement) {
        Path home = Path.of(System.getProperty("tailback.home", "."))
                .toAbsolutePath()
                .normalize();
        Path data = directory
                .orElse(home.resolve(".tailback").resolve("bench"))
                .toAbsolutePath()
                .normalize();
        out.println("Before: " + Circumstances.now());
        try (Lab lab = Lab.open(home, data)) {
            return measure(lab, measurement);
        }
    }

    private int measure(Lab lab, Consumer<Lab> measurement) {
        // Ctrl-C and SIGTERM: whatever ends this program, nothing it started stays.
        Thread end = new Thread(lab::close, "end-of-lab");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            measurement.accept(lab);
            out.println("After: " + Circumstances.now());
            Runtime.getRuntime().removeShutdownHook(end);
            return 0;
        } catch (RuntimeException failure) {
            if (lab.isClosed()) {
                return INTERRUPTED;
            }
            throw failure;
        }
    }
}
