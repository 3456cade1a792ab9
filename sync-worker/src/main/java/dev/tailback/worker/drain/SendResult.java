package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.queue.Unreadable;
import dev.tailback.usage.UsageBatch;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.breaker.PauseReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The result of sending a batch.
 *
 * @param decided what the queue does with the records that Salesforce decided about, or that wait on their own
 * @param attempts how each record that was sent was sent at last
 * @param pause why all sending has to pause, if so
 * @param answered whether Salesforce decided about any record, which shows that it takes writes
 */
record SendResult(
        Map<UUID, Settlement> decided, Map<UUID, Attempt> attempts, Optional<PauseReason> pause, boolean answered) {
    static final SendResult NOTHING_SENT = new SendResult(Map.of(), Map.of(), Optional.empty(), false);
    private static final PauseReason GIVEN_BACK =
            new PauseReason("GIVEN_BACK", "The worker gave it back before it was sent.");

    SendResult {
        decided = Map.copyOf(decided);
        attempts = Map.copyOf(attempts);
    }

    Optional<Settlement> decidedOn(UsageRecord record) {
        return Optional.ofNullable(decided.get(record.entryId()));
    }

    /** One settlement for every record and every unreadable value of the batch. */
    List<Settlement> settlements(UsageBatch batch) {
        return Stream.concat(
                        batch.records().stream().map(record -> decidedOn(record).orElseGet(() -> undecided(record))),
                        batch.unreadable().stream().map(SendResult::unreadable))
                .toList();
    }

    /** Requeued at once without counting an attempt; the circuit breaker decides when it is sent. */
    private Settlement undecided(UsageRecord record) {
        PauseReason why = pause.orElse(GIVEN_BACK);
        return new Settlement.RetryLater(
                record.entryId(), record.version(), record.attempts(), Duration.ZERO, why.code(), why.reason());
    }

    private static Settlement unreadable(Unreadable value) {
        return new Settlement.ParkedUnreadable(
                value.entryKey(),
                "PAYLOAD_UNREADABLE",
                "The queue's copy cannot be read (" + value.problem()
                        + "). Retry the entry: the service app then sends it again from its own records.");
    }
}
