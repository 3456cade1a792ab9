package dev.tailback.queue.batches;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.queue.records.OutcomeText;
import dev.tailback.queue.records.StoredCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Settlements as {@code settle.lua} reads them. Most outcomes are final: they go as one text, ready for the stream,
 * which Redis need not look into, nor copy if there are as many as one entry of the stream carries, or no others. Only
 * what Redis decides or holds (whether a retry gives way, what an unreadable entry contains) goes one by one.
 */
final class SettlementArguments implements Settlement.Cases<SettlementArguments> {
    private static final int MOST_IN_ONE = 200;

    private static final int PLACE_OF_CALLS = 3;

    private final HeldBatch batch;
    private final Map<UUID, Attempt> attempts;
    private final StoredCalls calls = new StoredCalls();
    private final List<String> arguments = new ArrayList<>();
    private final StringBuilder finals = new StringBuilder();
    private int finalOutcomes;

    private SettlementArguments(HeldBatch batch, Map<UUID, Attempt> attempts) {
        this.batch = batch;
        this.attempts = attempts;
    }

    /**
     * @param remembered for how many milliseconds Redis still knows that the batch was settled
     * @param settlements exactly those of the batch
     * @param attempts how its entries were sent, by entry
     */
    static String[] of(String remembered, HeldBatch batch, List<Settlement> settlements, Map<UUID, Attempt> attempts) {
        SettlementArguments all = new SettlementArguments(batch, attempts);
        all.arguments.addAll(List.of(batch.batch().id(), remembered, batch.receipt()));
        settlements.forEach(all::add);
        if (all.finalOutcomes == settlements.size()) {
            all.endEntry();
        } else {
            all.endFinals();
        }
        all.arguments.add(PLACE_OF_CALLS, all.calls.text());
        return all.arguments.toArray(String[]::new);
    }

    private void add(Settlement settlement) {
        settlement.fold(this);
    }

    @Override
    public SettlementArguments accepted(Settlement.Accepted it) {
        return addFinal(batch.textOf(it).accepted(it, attempt(it)));
    }

    @Override
    public SettlementArguments stale(Settlement.Stale it) {
        return addFinal(batch.textOf(it).stale(it, attempt(it)));
    }

    @Override
    public SettlementArguments parked(Settlement.Parked it) {
        return addFinal(batch.textOf(it).parked(it, attempt(it)));
    }

    @Override
    public SettlementArguments retryLater(Settlement.RetryLater it) {
        String delay = Long.toString(it.delay().toMillis());
        return addOne(
                "retry",
                it,
                Integer.toString(it.attempts()),
                delay,
                it.code(),
                batch.textOf(it).retryUpToKind(it),
                OutcomeText.afterTime(attempt(it)));
    }

    @Override
    public SettlementArguments parkedUnreadable(Settlement.ParkedUnreadable it) {
        return addOne("unreadable", it, batch.textOf(it).unreadableUpToBody(it));
    }

    private String attempt(Settlement.OfVersion settlement) {
        return Optional.ofNullable(attempts.get(settlement.entryId()))
                .map(calls::end)
                .orElse("");
    }

    private SettlementArguments addFinal(String outcome) {
        if (finalOutcomes > 0) {
            finals.append(',');
        }
        finals.append(outcome);
        finalOutcomes++;
        if (finalOutcomes == MOST_IN_ONE) {
            endEntry();
        }
        return this;
    }

    private SettlementArguments addOne(String kind, Settlement settlement, String... others) {
        endFinals();
        arguments.addAll(List.of(kind, batch.textOf(settlement).group(), settlement.entryKey()));
        arguments.addAll(List.of(others));
        return this;
    }

    private void endEntry() {
        end("entry", "[" + finals + "]");
    }

    private void endFinals() {
        end("final", finals.toString());
    }

    private void end(String kind, String text) {
        if (finalOutcomes > 0) {
            arguments.addAll(List.of(kind, Integer.toString(finalOutcomes), text));
            finals.setLength(0);
            finalOutcomes = 0;
        }
    }
}
