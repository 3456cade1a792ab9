package dev.tailback.benchmarks;

import dev.tailback.benchmarks.calls.MeasureCalls;
import dev.tailback.benchmarks.drain.MeasureDrain;
import dev.tailback.benchmarks.latency.MeasureLatency;
import dev.tailback.benchmarks.memory.MeasureMemory;
import dev.tailback.benchmarks.queue.MeasureQueue;
import dev.tailback.localservices.ServiceFailed;
import dev.tailback.standalone.CannotStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./tailback bench}: what is measured, against peers, as ratios of one run. */
@Command(
        name = "bench",
        description = "Measures Tailback on this machine, beside something simpler in the same run.",
        subcommands = {
            MeasureQueue.class,
            MeasureDrain.class,
            MeasureCalls.class,
            MeasureLatency.class,
            MeasureMemory.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0, or 1 and a sentence, or 2 when it could not begin */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("tailback bench: " + failure.getMessage());
            return failure instanceof CannotStart || failure instanceof ServiceFailed ? 2 : 1;
        });
        return line.execute(arguments);
    }
}
