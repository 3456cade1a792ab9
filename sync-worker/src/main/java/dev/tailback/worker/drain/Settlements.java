package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Unreadable;
import dev.tailback.queue.UsageRecord;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** From verdicts to what the queue is told: one settlement for every record and every unreadable value of the batch. */
final class Settlements {
    static final String PAYLOAD_UNREADABLE = "PAYLOAD_UNREADABLE";
    static final String GIVEN_BACK = "GIVEN_BACK";

    private Settlements() {}

    static List<Settlement> of(Batch batch, SendResult sent) {
        return Stream.concat(
                        batch.records().stream().map(record -> of(record, sent)),
                        batch.unreadable().stream().map(Settlements::of))
                .toList();
    }

    private static Settlement of(UsageRecord record, SendResult sent) {
        return sent.verdictOn(record)
                .map(verdict -> of(record, verdict))
                .orElseGet(() -> undecided(
                        record,
                        sent.pause()
                                .orElse(new PauseReason(GIVEN_BACK, "The worker gave it back before it was sent."))));
    }

    private static Settlement of(UsageRecord record, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted accepted) {
            return new Settlement.Accepted(record.entryId(), record.version(), accepted.salesforceId());
        }
        if (verdict instanceof Verdict.Stale stale) {
            return new Settlement.Stale(record.entryId(), record.version(), stale.sentence());
        }
        if (verdict instanceof Verdict.RetryLater later) {
            return new Settlement.RetryLater(
                    record.entryId(),
                    record.version(),
                    later.attempts(),
                    later.delay(),
                    later.code(),
                    later.sentence());
        }
        if (verdict instanceof Verdict.Parked parked) {
            return new Settlement.Parked(
                    record.entryId(), record.version(), parked.attempts(), parked.code(), parked.sentence());
        }
        if (verdict instanceof Verdict.NotCounted other) {
            return new Settlement.RetryLater(
                    record.entryId(),
                    record.version(),
                    record.attempts(),
                    other.delay(),
                    other.code(),
                    other.sentence());
        }
        Verdict.NotNow notNow = (Verdict.NotNow) verdict;
        return undecided(record, new PauseReason(notNow.code(), notNow.sentence()));
    }

    /** Requeued at once without counting an attempt; the circuit breaker decides when it is sent. */
    private static Settlement undecided(UsageRecord record, PauseReason pause) {
        return new Settlement.RetryLater(
                record.entryId(), record.version(), record.attempts(), Duration.ZERO, pause.code(), pause.reason());
    }

    private static Settlement of(Unreadable value) {
        return new Settlement.ParkedUnreadable(
                value.entryKey(),
                PAYLOAD_UNREADABLE,
                "The queue's copy cannot be read (" + value.problem()
                        + "). Retry the entry: the service app then sends it anew from its own records.");
    }
}
