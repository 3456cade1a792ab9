package dev.tailback.app.proof;

import dev.tailback.app.proof.Notebook.Note;
import dev.tailback.salesforce.trial.Trial;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Two callers at once, each with a row of its own, meet at the row of one product, several times: one sends as the
 * worker does, the other a record alone. Each of them is saved, or told that the row is busy, and then it passes when it
 * is sent again. Their units change each time, so that the figures tell whether one was lost or counted twice.
 */
record TogetherPromise(Experiment experiment, Notebook notes, Executor threads) {

    private static final int ROUNDS = 5;

    void run() {
        notes.note(Promise.TOGETHER, this::together);
    }

    private Note together() {
        Figures before = experiment.now();
        UUID one = experiment.mint();
        UUID other = experiment.mint();
        Meetings meetings = new Meetings();
        int rounds = 0;
        while (rounds < ROUNDS && !notes.isOver()) {
            rounds++;
            meet(usage(one, rounds), usage(other, rounds), meetings);
        }
        meetings.tell(notes);
        return judged(before, List.of(usage(one, rounds), usage(other, rounds)), meetings);
    }

    private UsageSnapshot usage(UUID id, int round) {
        return experiment.usage(id, round, round % 2 == 1 ? 2 : 1);
    }

    private void meet(UsageSnapshot one, UsageSnapshot other, Meetings meetings) {
        CompletableFuture<Meetings.Met> first = CompletableFuture.supplyAsync(
                () -> met(() -> experiment.bench().send(List.of(one)).get(0)), threads);
        Meetings.Met alone = met(() -> experiment.bench().trials().upsertAlone(other));
        meetings.add(first.join());
        meetings.addAlone(alone);
    }

    private Meetings.Met met(Supplier<Trial> call) {
        Instant begun = notes.now();
        Trial trial = call.get();
        return new Meetings.Met(trial, Duration.between(begun, notes.now()));
    }

    /** What was turned away passes when it is sent again; what was saved stays as it is. */
    private Note judged(Figures before, List<UsageSnapshot> last, Meetings meetings) {
        last.forEach(experiment::send);
        boolean kept = last.stream().allMatch(experiment::holds);
        Figures now = experiment.now();
        int units = last.stream().mapToInt(UsageSnapshot::units).sum();
        boolean counted = now.same(before.after(units));
        return new Note(
                meetings.areInOrder() && kept && counted,
                meetings.words() + " Sent once more, "
                        + (kept ? "both rows hold what was sent last" : "a row does not hold what was sent last")
                        + ". Before: " + before.words() + ". After " + units + " units: " + now.words() + ".");
    }
}
