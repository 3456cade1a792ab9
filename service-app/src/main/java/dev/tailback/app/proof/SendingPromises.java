package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.List;

/** What the worker relies on each time it sends: acceptance, repetition, the fence, and a verdict for each record. */
record SendingPromises(Experiment experiment, Notebook notes) {

    private static final int UNITS = 2;

    /** @return the row that was saved first, for what follows */
    UsageSnapshot run() {
        UsageSnapshot first = experiment.usage(experiment.mint(), 2, UNITS);
        notes.note(Promise.ACCEPTED, () -> accepted(first));
        notes.note(Promise.COUNTED, this::counted);
        notes.note(Promise.REPEATED, () -> repeated(first));
        notes.note(Promise.FENCED, () -> fenced(first));
        notes.note(Promise.ROW_BY_ROW, this::rowByRow);
        return first;
    }

    private Note accepted(UsageSnapshot first) {
        Trial trial = experiment.send(first);
        return new Note(
                trial.isSaved() && trial.created() && trial.salesforceId().isPresent(),
                "Version 2 with " + UNITS + " units: " + trial.words()
                        + trial.salesforceId().map(id -> " with the id " + id).orElse("") + ".");
    }

    private Note counted() {
        Figures now = experiment.now();
        return new Note(
                now.same(experiment.before().after(UNITS)),
                "Before: " + experiment.before().words() + ". After " + UNITS + " units: " + now.words() + ".");
    }

    private Note repeated(UsageSnapshot first) {
        Figures before = experiment.now();
        Trial trial = experiment.send(first);
        boolean unchanged = experiment.holds(first) && experiment.now().same(before);
        return new Note(
                trial.isSaved() && !trial.created() && unchanged,
                "Version 2 again: " + trial.words() + "; the row " + (unchanged ? "is as before." : "has changed."));
    }

    private Note fenced(UsageSnapshot first) {
        Trial trial = experiment.send(experiment.usage(first.entryId(), 1, UNITS + 1));
        boolean unchanged = experiment.holds(first);
        return new Note(
                trial.isRefusedBy("USAGE_STALE") && unchanged,
                "Version 1 after version 2: " + trial.words() + "; the row "
                        + (unchanged ? "is as before." : "has changed."));
    }

    private Note rowByRow() {
        UsageSnapshot good = experiment.usage(experiment.mint(), 1, 1);
        UsageSnapshot bad = experiment.usage(experiment.mint(), experiment.nowhere(), 1, 1);
        List<Trial> trials = experiment.bench().send(List.of(good, bad));
        trials.forEach(Bench::decided);
        return new Note(
                trials.get(0).isSaved() && trials.get(1).isRefused(),
                "The good one: " + trials.get(0).words() + ". One of a product that does not exist: "
                        + trials.get(1).words() + ".");
    }
}
