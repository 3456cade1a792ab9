package dev.tailback.worker.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.worker.outage.Halt;
import dev.tailback.worker.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of sending a batch.
 *
 * @param verdicts of the records Salesforce decided about
 * @param halt why everyone has to pause, if so
 * @param answered whether Salesforce itself decided about anything, which shows that it takes writes
 */
record Sent(Map<UUID, Verdict> verdicts, Optional<Halt> halt, boolean answered) {
    static final Sent NOTHING = new Sent(Map.of(), Optional.empty(), false);

    Sent {
        verdicts = Map.copyOf(verdicts);
    }

    Optional<Verdict> verdictOn(UsageRecord record) {
        return Optional.ofNullable(verdicts.get(record.entryId()));
    }
}
