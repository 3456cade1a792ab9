package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * The lock, on a test contract that is fulfilled already. What the lock should refuse and does not is taken back: new
 * usage with everything else of the proof, a change by a version more.
 */
record LockPromises(Experiment experiment, Notebook notes, Optional<String> fulfilledId) {

    private static final String LOCKED = "USAGE_LOCKED";

    void run() {
        notes.note(Promise.LOCKED_INSERT, this::insert);
        notes.note(Promise.LOCKED_REPEAT, this::repeat);
        notes.note(Promise.LOCKED_CHANGE, this::change);
    }

    private Contract fulfilled() {
        String id = fulfilledId.orElseThrow(
                () -> new NotTried("No fulfilled test contract was named: name one with --fulfilled."));
        Contract contract = experiment.bench().contract(id);
        if (!contract.fulfilled()) {
            throw new NotTried("Contract " + contract.number() + " is not fulfilled, so it has no lock to try.");
        }
        return contract;
    }

    private Note insert() {
        String product = fulfilled().products().stream()
                .findFirst()
                .map(ContractProduct::id)
                .orElseThrow(() -> new NotTried("The fulfilled contract has no product."));
        Trial trial = experiment.send(experiment.usage(experiment.mint(), product, 1, 1));
        return new Note(trial.isRefusedBy(LOCKED), "One unit on the fulfilled contract: " + trial.words() + ".");
    }

    private Note repeat() {
        UsageSnapshot row = row();
        Trial trial = experiment.send(row);
        boolean unchanged = experiment.holds(row);
        return new Note(
                trial.isSaved() && !trial.created() && unchanged,
                "Row " + row.entryId() + " as it is: " + trial.words() + "; it "
                        + (unchanged ? "is as before." : "has changed."));
    }

    private Note change() {
        UsageSnapshot row = row();
        Trial trial = experiment.send(later(row, 1, row.units() + 1));
        if (trial.isSaved()) {
            experiment.bench().send(List.of(later(row, 2, row.units())));
        }
        return new Note(trial.isRefusedBy(LOCKED), "A unit more in row " + row.entryId() + ": " + trial.words() + ".");
    }

    /** One that stands there, as it is. */
    private UsageSnapshot row() {
        List<HeldUsage> rows = experiment.bench().usageOf(fulfilled().id());
        return rows.stream()
                .filter(usage -> !usage.cancelled())
                .findFirst()
                .map(held -> new UsageSnapshot(
                        held.entryId(),
                        held.contractProductId(),
                        held.version(),
                        held.units(),
                        held.cancelled(),
                        held.adReference()))
                .orElseThrow(
                        () -> new NotTried("The fulfilled contract has no usage that could be repeated or changed."));
    }

    private static UsageSnapshot later(UsageSnapshot row, long versions, int units) {
        return new UsageSnapshot(
                row.entryId(),
                row.contractProductId(),
                row.version() + versions,
                units,
                row.cancelled(),
                row.adReference());
    }
}
