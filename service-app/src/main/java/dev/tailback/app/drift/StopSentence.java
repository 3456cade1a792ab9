package dev.tailback.app.drift;

import dev.tailback.mapping.drift.Change;
import dev.tailback.mapping.drift.Drift;
import dev.tailback.mapping.drift.Stops;
import java.util.Optional;

/** Why nothing is sent, and what to do: what worker, operators, pages and alerts tell. */
final class StopSentence {

    private static final int LONGEST = 1_800;

    private StopSentence() {}

    static Optional<String> of(Drift drift) {
        long all = drift.changes().stream()
                .filter(change -> change.stops() == Stops.SENDING)
                .count();
        String more = all > 1 ? " There are " + (all - 1) + " more such changes: ./tailback org drift." : "";
        return drift.stopping(Stops.SENDING).map(change -> shortened(said(change)) + more);
    }

    /** Names and picklists of an org can make any sentence long. */
    private static String shortened(String sentence) {
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "..." : sentence;
    }

    private static String said(Change change) {
        return "The org has changed. " + change.sentence() + " " + change.mend();
    }
}
