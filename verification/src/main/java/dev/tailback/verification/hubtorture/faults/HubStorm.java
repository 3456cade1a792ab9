package dev.tailback.verification.hubtorture.faults;

import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.hubtorture.programs.HubFleet;
import dev.tailback.verification.torture.people.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Breaks things, one after the other and sometimes several at once. All kinds come once, in an order that the seed decides,
 * before any comes again.
 */
public final class HubStorm {
    private static final int SEVERAL_ONE_TIME_IN = 4;
    private static final int LONGEST_CALM_MS = 800;

    /** So long a pool may still hand out connections that are dead. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    private final HubFleet fleet;
    private final HubFaults kinds;
    private final Random random;
    private final Troubled troubled;
    private final Tally tally;
    private final PrintStream out;
    private final Deque<HubFault> deck = new ArrayDeque<>();
    private final long begun = System.nanoTime();

    public HubStorm(HubFleet fleet, HubFaults kinds, long seed, Troubled troubled, Tally tally, PrintStream out) {
        this.fleet = fleet;
        this.kinds = kinds;
        this.random = new Random(seed);
        this.troubled = troubled;
        this.tally = tally;
        this.out = out;
    }

    public void rage(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Await.millis(random.nextInt(LONGEST_CALM_MS));
            strike(together());
            startWhatEnded();
        }
    }

    private List<HubFault> together() {
        HubFault first = draw();
        boolean isSeveral = random.nextInt(SEVERAL_ONE_TIME_IN) == 0 && !first.isAlone();
        if (!isSeveral) {
            return List.of(first);
        }
        HubFault second = draw();
        if (second.isAlone()) {
            deck.addFirst(second);
            return List.of(first);
        }
        return List.of(first, second);
    }

    private void strike(List<HubFault> faults) {
        Instant from = Instant.now();
        int lasts = faults.stream().mapToInt(fault -> fault.lasts(random)).max().orElse(0);
        List<Runnable> cures = new ArrayList<>();
        for (HubFault fault : faults) {
            tally.count("faults", fault.name());
            cures.add(fault.strike().apply(random));
        }
        say(faults.stream().map(HubFault::name).collect(Collectors.joining(" + ")));
        Await.millis(lasts);
        cures.forEach(Runnable::run);
        if (faults.stream().anyMatch(HubFault::losesOutcomes)) {
            troubled.note(from, Instant.now().plus(AFTERMATH));
        }
    }

    private HubFault draw() {
        if (deck.isEmpty()) {
            List<HubFault> shuffled = new ArrayList<>(kinds.all());
            Collections.shuffle(shuffled, random);
            deck.addAll(shuffled);
        }
        return deck.removeFirst();
    }

    /** As an orchestrator would, for hubs that gave up because what they need was not there. */
    private void startWhatEnded() {
        fleet.hubs().stream().filter(hub -> !hub.isAlive()).forEach(hub -> {
            say(hub.name() + " had ended with " + hub.exitValue() + "; started again");
            tally.count("faults", "hub ended by itself");
            hub.start();
        });
    }

    private void say(String what) {
        out.printf("  %6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, what);
    }
}
