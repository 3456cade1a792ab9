package dev.tailback.verification.torture.faults;

import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import dev.tailback.verification.torture.people.Lighthouse;
import dev.tailback.verification.torture.programs.Fleet;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Breaks things, one after the other and sometimes several at once. All kinds come once, in an order that the seed
 * decides, before any comes again. After a single fault the recovery is measured; after several at once the next ones
 * may follow immediately.
 */
public final class Storm {
    private static final int SEVERAL_ONE_TIME_IN = 4;
    private static final String SEVERAL = "several at once";
    private static final int LONGEST_CALM_MS = 800;

    private final Fleet fleet;
    private final Faults kinds;
    private final Random random;
    private final Recoveries recoveries;
    private final Differences differences;
    private final Deque<Fault> deck = new ArrayDeque<>();
    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Storm(
            Fleet fleet, Faults kinds, long seed, Recoveries recoveries, Differences differences, PrintStream out) {
        this.fleet = fleet;
        this.kinds = kinds;
        this.random = new Random(seed);
        this.recoveries = recoveries;
        this.differences = differences;
        this.out = out;
    }

    public void rage(Duration time, Lighthouse lighthouse) {
        long end = System.nanoTime() + time.toNanos();
        boolean broken = false;
        while (System.nanoTime() < end) {
            Await.millis(random.nextInt(LONGEST_CALM_MS));
            if (random.nextInt(SEVERAL_ONE_TIME_IN) == 0) {
                several();
                broken = true;
            } else {
                if (broken) {
                    recover(SEVERAL, lighthouse);
                }
                single(draw(), lighthouse);
                broken = false;
            }
        }
    }

    private void single(Fault fault, Lighthouse lighthouse) {
        strike(List.of(fault));
        recover(fault.name(), lighthouse);
    }

    private void recover(String fault, Lighthouse lighthouse) {
        Optional<Duration> recovery = lighthouse.shines();
        recovery.ifPresentOrElse(
                time -> recoveries.recovered(fault, time),
                () -> differences.add(
                        Harm.NOT_RECOVERED,
                        "After '" + fault + "' no new entry was reported within " + Lighthouse.LIMIT.toSeconds()
                                + " s."));
        say(fault
                + recovery.map(time -> ": recovered after " + time.toMillis() / 1000.0 + " s")
                        .orElse(": NOT recovered"));
    }

    private void several() {
        List<Fault> faults = new ArrayList<>(List.of(draw(), draw()));
        if (random.nextBoolean()) {
            faults.add(draw());
        }
        recoveries.struck(SEVERAL);
        strike(faults);
        say(faults.stream().map(Fault::name).collect(Collectors.joining(" + ")));
    }

    private void strike(List<Fault> faults) {
        int lasts = faults.stream().mapToInt(fault -> fault.lasts(random)).max().orElse(0);
        List<Runnable> cures = new ArrayList<>();
        for (Fault fault : faults) {
            recoveries.struck(fault.name());
            cures.add(fault.strike().apply(random));
        }
        Await.millis(lasts);
        cures.forEach(Runnable::run);
    }

    private Fault draw() {
        if (deck.isEmpty()) {
            List<Fault> shuffled = new ArrayList<>(kinds.all());
            Collections.shuffle(shuffled, random);
            deck.addAll(shuffled);
        }
        return deck.removeFirst();
    }

    /** As an orchestrator would, for programs that gave up because what they need was not there. */
    public void startWhatEnded() {
        List<Program> programs = new ArrayList<>(fleet.serviceApps());
        programs.addAll(fleet.syncWorkers());
        programs.add(fleet.localOrg());
        for (Program program : programs) {
            if (!program.isAlive()) {
                say(program.name() + " had ended with " + program.exitValue() + "; started again");
                recoveries.struck(program.name() + " ended after it gave up");
                program.start();
            }
        }
    }

    private void say(String what) {
        out.printf("  %6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, what);
    }
}
