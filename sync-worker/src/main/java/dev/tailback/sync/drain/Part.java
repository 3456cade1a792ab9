package dev.tailback.sync.drain;

import dev.tailback.queue.UsageRecord;
import java.util.List;

/**
 * Records of one batch that go out in one call.
 *
 * @param unanswered how often a call that held exactly these records got no usable answer
 * @param split whether it is what was left of a call that got no usable answer
 */
record Part(List<UsageRecord> records, int unanswered, boolean split) {
    Part {
        records = List.copyOf(records);
    }

    static Part whole(List<UsageRecord> records) {
        return new Part(records, 0, false);
    }

    static Part alone(UsageRecord record) {
        return new Part(List.of(record), 0, false);
    }

    boolean isSingle() {
        return records.size() == 1;
    }

    UsageRecord only() {
        return records.get(0);
    }

    Part unansweredAgain() {
        return new Part(records, unanswered + 1, split);
    }

    Part ofOneWithoutAnswer() {
        return new Part(records, 0, true);
    }

    List<Part> halves() {
        int middle = records.size() / 2;
        return List.of(
                new Part(records.subList(0, middle), 0, split),
                new Part(records.subList(middle, records.size()), 0, split));
    }
}
