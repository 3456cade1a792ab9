package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/** Takes back all that the proof has sent: cancels each row as it stands now, since nobody may delete usage. */
record CleanUp(Experiment experiment, Notebook notes) {

    /** Whatever happened before, and however long it took. */
    void run() {
        notes.always(Promise.CANCELLED, this::cancelled);
        notes.always(Promise.NEVER_DELETED, this::neverDeleted);
    }

    private Note cancelled() {
        List<UsageSnapshot> open = experiment.bench().held(experiment.minted()).stream()
                .filter(held -> !held.cancelled())
                .map(CleanUp::taken)
                .toList();
        List<Trial> trials = open.isEmpty() ? List.of() : experiment.bench().send(open);
        Figures now = experiment.now();
        return new Note(
                trials.stream().allMatch(Trial::isSaved) && now.same(experiment.before()),
                "Cancelled " + open.size() + " rows (" + words(trials) + "). Before: "
                        + experiment.before().words() + ". After: " + now.words() + ".");
    }

    private static String words(List<Trial> trials) {
        return trials.isEmpty()
                ? "none"
                : trials.stream().map(Trial::words).distinct().collect(Collectors.joining(", "));
    }

    private static UsageSnapshot taken(HeldUsage held) {
        return new UsageSnapshot(
                held.entryId(), held.contractProductId(), held.version() + 1, held.units(), true, held.adReference());
    }

    /** Of a row that counts nothing any more. */
    private Note neverDeleted() {
        HeldUsage row = experiment.bench().held(experiment.minted()).stream()
                .filter(HeldUsage::cancelled)
                .findFirst()
                .orElseThrow(() -> new NotTried("There is no cancelled row of the proof that could be deleted."));
        Trial trial = Bench.decided(experiment.bench().trials().delete(row.salesforceId()));
        return new Note(trial.isRefused(), "Delete of row " + row.salesforceId() + ": " + trial.words() + ".");
    }

    /** What stays in Salesforce, for people. */
    String remains() {
        try {
            List<HeldUsage> rows = experiment.bench().held(experiment.minted());
            long counting = rows.stream().filter(held -> !held.cancelled()).count();
            return rows.size() + " rows with the ad reference " + experiment.reference() + " remain, " + counting
                    + " of them not cancelled"
                    + (counting == 0
                            ? ". They count nothing, and comparisons leave them alone."
                            : ": cancel them in Salesforce as an admin.");
        } catch (NotTried why) {
            return "What remains is not known: " + why.getMessage() + " Look for usage with the ad reference "
                    + experiment.reference() + ".";
        }
    }
}
