package dev.tailback.verification.torture.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final Differences differences = new Differences();

    @Test
    void a_run_without_a_guard_says_why_it_failed() {
        differences.add(Harm.STALE, "Salesforce accepted version 1 of entry e over version 2.");
        differences.add(Harm.STALE, "Salesforce accepted version 2 of entry f over version 3.");

        assertEquals(
                "Without the fence a write that came late overwrote a newer one in Salesforce"
                        + " (older versions accepted over newer ones: 2).",
                Guard.FENCE.shownBy(differences));
    }

    @Test
    void a_run_that_failed_otherwise_does_not_show_what_the_guard_is_for() {
        differences.add(Harm.UNEQUAL, "Salesforce holds entry e, the ledger does not.");

        assertEquals(
                "Without the sweep nothing happened that it is for, so this run does not show what it is for.",
                Guard.SWEEP.shownBy(differences));
    }
}
