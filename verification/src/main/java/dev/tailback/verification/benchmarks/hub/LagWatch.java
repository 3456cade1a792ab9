package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People edit one customer after the other, each in one CRM, and it is looked when the others show it. */
record LagWatch(ThreeCrms crms, Synchroniser synchroniser) {
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_MS = 100;

    /** @param tally until it was quiet again */
    record Seen(Lag lag, int edits, Tally tally, double residentMb) {}

    Seen run(People people, int edits, int perSecond) {
        Tally before = crms.tally();
        Lag lag = new Lag();
        List<Edit> waiting = new ArrayList<>();
        long begun = System.nanoTime();
        int typed = 0;
        while (typed < edits || !waiting.isEmpty()) {
            if (typed < edits && System.nanoTime() - begun >= typed * 1_000_000_000L / perSecond) {
                waiting.add(people.edit(1 + typed % crms.count()));
                typed++;
            }
            look(waiting, lag);
            Await.millis(BETWEEN_LOOKS_MS);
        }
        Quiet.await(crms, synchroniser);
        return new Seen(lag, edits, crms.tally().since(before), ProcessMemory.residentMb(synchroniser.pid()));
    }

    private void look(List<Edit> waiting, Lag lag) {
        Held held = Held.look(crms);
        long now = System.nanoTime();
        waiting.removeIf(edit -> {
            boolean isSeen = held.allHold(edit);
            boolean isLate = !isSeen && now - edit.typedAt() > LONGEST.toNanos();
            if (isSeen) {
                lag.seen(edit, now);
            } else if (isLate) {
                lag.notSeen();
            }
            return isSeen || isLate;
        });
    }
}
