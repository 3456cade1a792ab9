package dev.tailback.worker.drain;

import dev.tailback.usage.UsageRecord;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records of one batch that go out in one call.
 *
 * @param unanswered how often a call that held exactly these records got no usable answer
 * @param split whether it was part of a larger call
 * @param putOff whether it waited until the others of the batch had been sent
 */
record BatchPart(List<UsageRecord> records, int unanswered, boolean split, boolean putOff) {
    BatchPart {
        records = List.copyOf(records);
    }

    static BatchPart whole(List<UsageRecord> records) {
        return new BatchPart(records, 0, false, false);
    }

    boolean isSingle() {
        return records.size() == 1;
    }

    UsageRecord only() {
        return records.get(0);
    }

    boolean holds(UsageRecord record) {
        return records.contains(record);
    }

    BatchPart unansweredAgain() {
        return new BatchPart(records, unanswered + 1, split, putOff);
    }

    BatchPart putOffToTheEnd() {
        return new BatchPart(records, 0, split, true);
    }

    /** The same records in two smaller calls. */
    Stream<BatchPart> smaller() {
        return smaller(Narrowing.halves(records));
    }

    /** Some of its records in smaller calls. */
    static Stream<BatchPart> smaller(List<List<UsageRecord>> groups) {
        return groups.stream().map(records -> new BatchPart(records, 0, true, false));
    }
}
