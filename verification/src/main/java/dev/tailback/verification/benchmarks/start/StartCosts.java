package dev.tailback.verification.benchmarks.start;

import static dev.tailback.verification.benchmarks.report.Samples.number;

import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.function.Supplier;

/** What the starts of one program in one way took, and what it holds at rest. */
final class StartCosts {
    private final Samples readyMs = new Samples();
    private final Samples processorSeconds = new Samples();
    private final Samples residentMb = new Samples();
    private final Samples ownMb = new Samples();

    static Table table(int idleSeconds) {
        return new Table(
                "program",
                "classes from",
                "ready after, ms",
                "to jars",
                "processor time, s",
                "to jars",
                "resident after " + idleSeconds + " s, MB",
                "of it no file, MB");
    }

    /** @param start returns when the program is ready */
    Program of(Supplier<Program> start) {
        long begun = System.nanoTime();
        Program program = start.get();
        readyMs.add((System.nanoTime() - begun) / 1e6);
        processorSeconds.add(ProcessHandle.of(program.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3);
        return program;
    }

    void atRest(Program program) {
        ProcessMemory memory = ProcessMemory.of(program);
        residentMb.add(memory.residentMb());
        ownMb.add(memory.ownMb());
    }

    void row(Table table, String program, Variant variant, StartCosts jars) {
        table.row(
                program,
                variant.name(),
                readyMs.shown(0),
                "× " + number(readyMs.median() / jars.readyMs.median(), 2),
                processorSeconds.shown(2),
                "× " + number(processorSeconds.median() / jars.processorSeconds.median(), 2),
                residentMb.size() == 0 ? "" : residentMb.shown(0),
                ownMb.size() == 0 ? "" : ownMb.shown(0));
    }
}
