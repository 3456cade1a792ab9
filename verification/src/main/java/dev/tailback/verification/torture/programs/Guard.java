package dev.tailback.verification.torture.programs;

import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.util.Locale;

/** What a run can do without, to show that the run would notice. */
public enum Guard {
    /** Salesforce's rule that refuses an older version. Switched off in a copy of the schema. */
    FENCE(Harm.STALE, "a write that came late overwrote a newer one in Salesforce"),
    /** The queue's check that it was built in this very Redis process. Switched off in a copy of the queue's script. */
    GATE(Harm.UNSENT, "the queue did not notice that Redis had forgotten what waited in it"),
    /**
     * The service app's search for work without a signal. The relay searches every 6 h only; no comparison of the
     * ledgers is scheduled.
     */
    SWEEP(Harm.UNSENT, "no search found what Redis had forgotten");

    private final Harm harm;
    private final String because;

    Guard(Harm harm, String because) {
        this.harm = harm;
        this.because = because;
    }

    /** One sentence on whether the run showed what this guard is for. */
    public String shownBy(Differences differences) {
        int times = differences.of(harm);
        return times > 0
                ? "Without the " + this + " " + because + " (" + harm + ": " + times + ")."
                : "Without the " + this + " nothing happened that it is for, so this run does not show what it is for.";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
