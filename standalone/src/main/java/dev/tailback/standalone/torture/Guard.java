package dev.tailback.standalone.torture;

import java.util.Locale;

/** What a run can do without, to show that the run would notice. */
enum Guard {
    /** Salesforce's rule that refuses an older version. Switched off in a copy of the schema. */
    FENCE,
    /** The queue's check that it was built in this very Redis process. Switched off in a copy of the queue's script. */
    GATE,
    /** The service app's look for what no signal told it. Its pace is set to an hour. */
    SWEEP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
