package dev.tailback.operatorcli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks again and again, until it is interrupted. Commands that only read have this option. */
final class Watch {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--watch",
            arity = "0..1",
            fallbackValue = "5s",
            converter = Typed.Wait.class,
            paramLabel = "EVERY",
            description = "Ask again every so often, such as 10s (5s if none is given), until Ctrl-C.")
    private Duration every;

    /** @return the exit code of the last time */
    int repeat(IntSupplier once) {
        if (every == null) {
            return once.getAsInt();
        }
        PrintWriter out = command.commandLine().getOut();
        int exitCode = once.getAsInt();
        while (pause()) {
            out.println();
            out.println("--- " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            exitCode = once.getAsInt();
        }
        return exitCode;
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(1_000, every.toMillis()));
            return true;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
