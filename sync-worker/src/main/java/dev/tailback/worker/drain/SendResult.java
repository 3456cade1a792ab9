package dev.tailback.worker.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of sending a batch.
 *
 * @param verdicts of the records Salesforce decided about
 * @param pause why all sending has to pause, if so
 * @param answered whether Salesforce itself decided about anything, which shows that it takes writes
 */
record SendResult(Map<UUID, Verdict> verdicts, Optional<PauseReason> pause, boolean answered) {
    static final SendResult NOTHING = new SendResult(Map.of(), Optional.empty(), false);

    SendResult {
        verdicts = Map.copyOf(verdicts);
    }

    Optional<Verdict> verdictOn(UsageRecord record) {
        return Optional.ofNullable(verdicts.get(record.entryId()));
    }
}
