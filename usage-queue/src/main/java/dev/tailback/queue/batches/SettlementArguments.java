package dev.tailback.queue.batches;

import dev.tailback.queue.Settlement;
import java.util.ArrayList;
import java.util.List;

/**
 * Settlements as {@code settle.lua} reads them. Most outcomes are final: they go as one text, ready for the stream, which Redis need not look into. Only
 * what Redis decides or holds (whether a retry gives way, what an unreadable record contains) goes one by one.
 */
final class SettlementArguments {
    private static final int MOST_IN_ONE = 200;

    private final HeldBatch batch;
    private final List<String> arguments = new ArrayList<>();
    private final StringBuilder finals = new StringBuilder();
    private int finalOutcomes;

    private SettlementArguments(HeldBatch batch) {
        this.batch = batch;
    }

    /** @param settlements exactly those of the batch */
    static String[] of(String batchId, String remembered, HeldBatch batch, List<Settlement> settlements) {
        SettlementArguments all = new SettlementArguments(batch);
        all.arguments.addAll(List.of(batchId, remembered, batch.receipt()));
        settlements.forEach(all::add);
        all.endFinals();
        return all.arguments.toArray(String[]::new);
    }

    // Without pattern matching for switch (Java 21) the compiler cannot check this; the test over all permitted types
    // does.
    private void add(Settlement settlement) {
        OutcomeText text =
                new OutcomeText(settlement.entryKey(), batch.records().get(settlement.entryKey()));
        if (settlement instanceof Settlement.Accepted it) {
            addFinal(text.accepted(it));
        } else if (settlement instanceof Settlement.Stale it) {
            addFinal(text.stale(it));
        } else if (settlement instanceof Settlement.Parked it) {
            addFinal(text.parked(it));
        } else if (settlement instanceof Settlement.RetryLater it) {
            String delay = Long.toString(it.delay().toMillis());
            addOne("retry", it, Integer.toString(it.attempts()), delay, text.retryUpToKind(it));
        } else if (settlement instanceof Settlement.ParkedUnreadable it) {
            addOne("unreadable", it, text.unreadableUpToBody(it));
        } else {
            throw new IllegalArgumentException("settle.lua does not know " + settlement);
        }
    }

    private void addFinal(String outcome) {
        if (finalOutcomes == MOST_IN_ONE) {
            endFinals();
        }
        if (finalOutcomes > 0) {
            finals.append(',');
        }
        finals.append(outcome);
        finalOutcomes++;
    }

    private void addOne(String kind, Settlement settlement, String... others) {
        endFinals();
        arguments.addAll(
                List.of(kind, batch.records().get(settlement.entryKey()).contractId(), settlement.entryKey()));
        arguments.addAll(List.of(others));
    }

    private void endFinals() {
        if (finalOutcomes > 0) {
            arguments.addAll(List.of("final", Integer.toString(finalOutcomes), finals.toString()));
            finals.setLength(0);
            finalOutcomes = 0;
        }
    }
}
