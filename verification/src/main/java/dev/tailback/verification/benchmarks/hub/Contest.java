package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People edit the same few customers in three CRMs at once, and HubSpot is away for a while. Then they go home. */
record Contest(ThreeCrms crms, Synchroniser synchroniser) {
    private static final int CUSTOMERS = 10;
    private static final int PER_SECOND = 10;

    /**
     * @param afterLastEdit records written then
     * @param quiet when that ended
     * @param differing customers of whom the CRMs do not hold the same in the end
     */
    record Ended(int edits, Tally tally, long afterLastEdit, Quiet quiet, long lastEdit, long differing, Fates fates) {}

    Ended run(People people, int edits, Duration outage) {
        Tally before = crms.tally();
        List<Edit> typed = new ArrayList<>();
        type(people, edits / 3, typed);
        if (!outage.isZero()) {
            crms.hubSpot().down();
        }
        long down = System.nanoTime();
        type(people, edits / 3, typed);
        Await.pass(outage.minusNanos(Math.min(outage.toNanos(), System.nanoTime() - down)));
        crms.hubSpot().up();
        type(people, edits - typed.size(), typed);
        long lastEdit = System.nanoTime();
        Tally atLast = crms.tally();
        Quiet quiet = Quiet.await(crms, synchroniser);
        Tally end = crms.tally();
        Held held = Held.look(crms);
        return new Ended(
                edits,
                end.since(before),
                end.since(atLast).written(),
                quiet,
                lastEdit,
                held.differing(crms.count()),
                Fates.of(typed, held, synchroniser::explains));
    }

    private void type(People people, int edits, List<Edit> typed) {
        for (int edit = 0; edit < edits; edit++) {
            typed.add(people.editAny(Math.min(CUSTOMERS, crms.count())));
            Await.pass(Duration.ofSeconds(1).dividedBy(PER_SECOND));
        }
    }
}
