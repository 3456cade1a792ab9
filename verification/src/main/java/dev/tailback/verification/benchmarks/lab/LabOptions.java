package dev.tailback.verification.benchmarks.lab;

import dev.tailback.program.CannotStart;
import dev.tailback.program.ExitCode;
import dev.tailback.verification.benchmarks.report.Circumstances;
import dev.tailback.verification.fleet.Home;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Where a measurement takes place. */
public final class LabOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the run keeps its data until it ends (.tailback/bench if not given).")
    private Optional<Path> directory = Optional.empty();

    private final PrintStream out = System.out;

    /** @throws CannotStart naming the option that is out of range */
    public static void atLeast(long least, String option, long given) {
        if (given < least) {
            throw CannotStart.misconfigured(option + " is " + given + ": give " + least + " or more.");
        }
    }

    /** @throws CannotStart naming the option that is out of range */
    public static void within(long least, long most, String option, long given) {
        atLeast(least, option, given);
        if (given > most) {
            throw CannotStart.misconfigured(option + " is " + given + ": give " + most + " or less.");
        }
    }

    /** @return the exit code: 0, or 130 after an interruption */
    public int measure(Consumer<Lab> measurement) {
        Home home = Home.ofThisProgram();
        out.println("Before: " + Circumstances.now());
        try (Lab lab = Lab.open(home.path(), home.data(directory, "bench"))) {
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
            return ExitCode.OK.number();
        } catch (RuntimeException failure) {
            if (lab.isClosed()) {
                return ExitCode.INTERRUPTED.number();
            }
            throw failure;
        }
    }
}
