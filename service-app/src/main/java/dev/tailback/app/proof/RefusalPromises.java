package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.List;
import java.util.UUID;

/** What the org must refuse, with the codes by which the worker decides. */
record RefusalPromises(Experiment experiment, Notebook notes) {

    private static final String IDENTITY = "USAGE_IDENTITY";

    /** Beginnings of Salesforce's codes for a reference to what is not there. */
    private static final List<String> NO_SUCH_PRODUCT = List.of(
            "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID", "NOT_FOUND", "INSUFFICIENT_ACCESS", "ENTITY_IS_DELETED");

    void run(UsageSnapshot first) {
        notes.note(Promise.UNKNOWN_PRODUCT, this::unknownProduct);
        notes.note(Promise.NEGATIVE_UNITS, this::negativeUnits);
        notes.note(Promise.WRONG_TYPE, this::wrongType);
        notes.note(Promise.PRODUCT_STAYS, () -> productStays(first));
        notes.note(Promise.AD_STAYS, () -> adStays(first));
        notes.note(Promise.ID_STAYS, () -> idStays(first));
        notes.note(Promise.CONTRACT_READ_ONLY, this::contractReadOnly);
    }

    private Note unknownProduct() {
        Trial trial = experiment.send(experiment.usage(experiment.mint(), experiment.nowhere(), 1, 1));
        boolean known =
                trial.codes().stream().anyMatch(code -> NO_SUCH_PRODUCT.stream().anyMatch(code::startsWith));
        return new Note(trial.isRefused() && known, "Product " + experiment.nowhere() + ": " + trial.words() + ".");
    }

    private Note negativeUnits() {
        Trial trial = with(Idea.UNITS, -1);
        return new Note(trial.isRefusedBy("USAGE_UNITS"), "-1 units: " + trial.words() + ".");
    }

    private Note wrongType() {
        Trial trial = with(Idea.UNITS, "many");
        if (trial.isRefused()) {
            boolean call = trial.status() >= 400;
            notes.tell(
                    Question.UNREADABLE_RECORD,
                    call ? "call" : "record",
                    "A value of the wrong type in one record: " + (call ? "the call" : "that record") + " is refused.");
        }
        return new Note(trial.isRefused(), "\"many\" units (HTTP " + trial.status() + "): " + trial.words() + ".");
    }

    /** A row that was saved with a value that no row can have could not be read any more, so it is mended at once. */
    private Trial with(Idea idea, Object value) {
        UsageSnapshot usage = experiment.usage(experiment.mint(), 1, 1);
        Trial trial = experiment.bench().trials().upsert(usage, idea, value);
        if (!trial.isRefused()) {
            experiment.bench().send(List.of(experiment.usage(usage.entryId(), 2, 1)));
        }
        return Bench.decided(trial);
    }

    private Note productStays(UsageSnapshot first) {
        String other = experiment.contract().products().stream()
                .map(ContractProduct::id)
                .filter(id -> !id.equals(experiment.line().id()))
                .findFirst()
                .orElseThrow(() -> new NotTried("The contract has one product only, so nothing can move to another."));
        Trial trial = experiment.send(experiment.usage(first.entryId(), other, 3, first.units()));
        return identity(trial, "To product " + other);
    }

    private Note adStays(UsageSnapshot first) {
        Trial trial = experiment.send(new UsageSnapshot(
                first.entryId(), first.contractProductId(), 4, first.units(), false, first.adReference() + "-OTHER"));
        return identity(trial, "To ad " + first.adReference() + "-OTHER");
    }

    private Note idStays(UsageSnapshot first) {
        String row = experiment
                .held(first.entryId())
                .orElseThrow(() -> new NotTried("Salesforce holds no row of the proof."))
                .salesforceId();
        UUID other = experiment.mint();
        return identity(
                Bench.decided(experiment.bench().trials().change(Part.USAGE, row, Idea.EXTERNAL_ID, other.toString())),
                "To the external id " + other);
    }

    private static Note identity(Trial trial, String what) {
        return new Note(trial.isRefusedBy(IDENTITY), what + ": " + trial.words() + ".");
    }

    private Note contractReadOnly() {
        Trial trial = experiment
                .bench()
                .trials()
                .rewriteContract(experiment.contract().id())
                .map(Bench::decided)
                .orElseThrow(() -> new NotTried(
                        "Whether it is fulfilled stands in another object than the contract, so nothing was written."));
        if (trial.codes().stream().anyMatch(code -> code.startsWith("INSUFFICIENT_ACCESS"))) {
            String status = String.valueOf(trial.status());
            notes.tell(Question.NO_ACCESS_STATUS, status, "A write without the right to it: HTTP " + status + ".");
        }
        return new Note(trial.isRefused(), "The contract's own value again: " + trial.words() + ".");
    }
}
