package dev.tailback.app.proof;

import dev.tailback.salesforce.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What became of calls that met at a row. */
final class Meetings {

    private static final String BUSY = "UNABLE_TO_LOCK_ROW";

    private final List<Met> all = new ArrayList<>();
    private final List<Met> alone = new ArrayList<>();

    /** @param took from its first byte to its answer */
    record Met(Trial trial, Duration took) {

        private boolean isBusy() {
            return trial.codes().contains(BUSY);
        }
    }

    void add(Met met) {
        if (!met.isBusy()) {
            Bench.decided(met.trial());
        }
        all.add(met);
    }

    /** Of a call that sent one record alone, whose HTTP status tells something. */
    void addAlone(Met met) {
        add(met);
        alone.add(met);
    }

    /** Whether each was saved or told that the row is busy. */
    boolean areInOrder() {
        return all.stream().allMatch(met -> met.trial().isSaved() || met.isBusy());
    }

    void tell(Notebook notes) {
        all.stream().filter(Met::isBusy).map(Met::took).max(Duration::compareTo).ifPresent(longest -> {
            String seconds = String.valueOf(Math.round(longest.toMillis() / 1000.0));
            notes.tell(Question.LOCK_WAIT, seconds, "A row was called busy after " + seconds + " s.");
        });
        alone.stream().filter(Met::isBusy).findFirst().ifPresent(busy -> {
            String status = String.valueOf(busy.trial().status());
            notes.tell(Question.LOCKED_ROW_STATUS, status, "A busy row, for a record alone: HTTP " + status + ".");
        });
    }

    String words() {
        long saved = all.stream().filter(met -> met.trial().isSaved()).count();
        long busy = all.stream().filter(Met::isBusy).count();
        String counts = all.size() / 2 + " times two calls at once: " + saved + " saved, " + busy
                + " told that the row is busy.";
        return counts
                + (busy == 0 ? " The org puts them one after the other." : "")
                + all.stream()
                        .filter(met -> !met.trial().isSaved() && !met.isBusy())
                        .findFirst()
                        .map(met -> " Another was " + met.trial().words() + ".")
                        .orElse("");
    }
}
