package dev.tailback.queue.maintenance;

import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueStatus.Pause;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two shards as one queue. */
record StatusSum(QueueStatus one, QueueStatus other) {
    private static final String PARTLY = " (in a part of the queue only)";

    QueueStatus read() {
        return new QueueStatus(
                one.open() && other.open(),
                one.rebuilding() || other.rebuilding(),
                one.readyGroups() + other.readyGroups(),
                one.waitingEntries() + other.waitingEntries(),
                one.entriesInFlight() + other.entriesInFlight(),
                one.batchesInFlight() + other.batchesInFlight(),
                one.delayedEntries() + other.delayedEntries(),
                Stream.of(one.longestWait(), other.longestWait())
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()),
                pause(),
                one.outcomesWaiting() + other.outcomesWaiting(),
                one.outcomesAside() + other.outcomesAside(),
                one.refusal().or(other::refusal),
                both(one.warnings(), other.warnings()),
                both(one.unavailable(), other.unavailable()));
    }

    // A program that compares this with the pause it expects must see that only a part of the queue is paused.
    private Optional<Pause> pause() {
        boolean same = one.paused().map(Pause::reason).equals(other.paused().map(Pause::reason));
        return same ? one.paused() : one.paused().or(other::paused).map(StatusSum::partly);
    }

    private static Pause partly(Pause pause) {
        return pause.reason().endsWith(PARTLY) ? pause : new Pause(pause.reason() + PARTLY, pause.since());
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
