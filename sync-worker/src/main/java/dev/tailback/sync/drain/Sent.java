package dev.tailback.sync.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.sync.outage.Halt;
import dev.tailback.sync.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of sending a batch.
 *
 * @param verdicts of the records Salesforce decided about
 * @param halt why everyone has to pause, if so
 */
record Sent(Map<UUID, Verdict> verdicts, Optional<Halt> halt) {
    static final Sent NOTHING = new Sent(Map.of(), Optional.empty());

    Sent {
        verdicts = Map.copyOf(verdicts);
    }

    Optional<Verdict> verdictOn(UsageRecord record) {
        return Optional.ofNullable(verdicts.get(record.entryId()));
    }
}
