package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Two calls at once meet at the contract's row. */
record TogetherPromise(Experiment experiment, Notebook notes, Executor threads) {

    private static final String BUSY = "UNABLE_TO_LOCK_ROW";

    void run() {
        notes.note(Promise.TOGETHER, this::together);
    }

    private Note together() {
        CompletableFuture<Trial> one = CompletableFuture.supplyAsync(this::send, threads);
        Trial other = send();
        List<Trial> both = List.of(one.join(), other);
        both.forEach(Bench::decided);
        return new Note(
                both.stream().allMatch(trial -> trial.isSaved() || trial.codes().contains(BUSY)),
                "One: " + both.get(0).words() + ". The other: " + both.get(1).words() + ".");
    }

    private Trial send() {
        UsageSnapshot usage = experiment.usage(experiment.mint(), 1, 1);
        return experiment.bench().send(List.of(usage)).get(0);
    }
}
