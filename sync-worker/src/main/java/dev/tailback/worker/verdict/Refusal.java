package dev.tailback.worker.verdict;

import dev.tailback.queue.Settlement;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.breaker.PauseReason;
import java.time.Duration;

/**
 * The one error that decides, among the errors a record got.
 *
 * @param blame who is to blame as long as the call held other records
 * @param isolation how isolated the record must be before the refusal is taken for its own
 * @param code the rule's own code if a validation rule refused, {@code ROW_BUSY} for a row that another
 *     transaction holds, else Salesforce's code
 * @param reason as a person should read it, without the code in front
 */
public record Refusal(ErrorKind kind, Blame blame, Isolation isolation, String code, String reason) {

    public Verdict verdict(UsageRecord record, RetryPolicy retryPolicy) {
        return kind.judge(this, record, record.attempts() + 1, retryPolicy);
    }

    /** Whether Salesforce itself failed, which says nothing about a record while no other record is saved either. */
    public boolean isOfTheServer() {
        return CallReading.OF_THE_SERVER.contains(code);
    }

    Verdict stale(UsageRecord record) {
        return new Verdict.Settle(new Settlement.Stale(record.entryId(), record.version(), reason));
    }

    Verdict parked(UsageRecord record, int attempts) {
        return new Verdict.Settle(new Settlement.Parked(record.entryId(), record.version(), attempts, code, reason));
    }

    Verdict retry(UsageRecord record, int attempts, Duration delay) {
        return new Verdict.Settle(
                new Settlement.RetryLater(record.entryId(), record.version(), attempts, delay, code, reason));
    }

    Verdict pause() {
        return new Verdict.Pause(new PauseReason(code, reason));
    }
}
