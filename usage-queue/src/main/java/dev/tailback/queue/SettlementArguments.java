package dev.tailback.queue;

import java.util.ArrayList;
import java.util.List;

/** Settlements as {@code settle.lua} reads them: eight arguments each. */
final class SettlementArguments {
    private final List<String> arguments = new ArrayList<>();

    static String[] of(String batchId, String remembered, List<Settlement> settlements) {
        SettlementArguments all = new SettlementArguments();
        all.arguments.add(batchId);
        all.arguments.add(remembered);
        settlements.forEach(all::add);
        return all.arguments.toArray(String[]::new);
    }

    // Without pattern matching for switch (Java 21) the compiler cannot check this; the test over all permitted types
    // does.
    private void add(Settlement settlement) {
        if (settlement instanceof Settlement.Accepted it) {
            add(OutcomeKind.ACCEPTED, it, text(it.version()), "", "0", it.salesforceId(), "", "");
        } else if (settlement instanceof Settlement.Stale it) {
            add(OutcomeKind.STALE, it, text(it.version()), "", "0", "", "", it.reason());
        } else if (settlement instanceof Settlement.RetryLater it) {
            String delay = text(it.delay().toMillis());
            add(OutcomeKind.RETRYING, it, text(it.version()), text(it.attempts()), delay, "", it.code(), it.reason());
        } else if (settlement instanceof Settlement.Parked it) {
            add(OutcomeKind.PARKED, it, text(it.version()), text(it.attempts()), "0", "", it.code(), it.reason());
        } else if (settlement instanceof Settlement.ParkedUnreadable it) {
            add(OutcomeKind.PARKED, it, "", "", "0", "", it.code(), it.reason());
        } else {
            throw new IllegalArgumentException("settle.lua does not know " + settlement);
        }
    }

    private void add(
            OutcomeKind kind,
            Settlement settlement,
            String version,
            String attempts,
            String delay,
            String salesforceId,
            String code,
            String reason) {
        arguments.addAll(
                List.of(kind.name(), settlement.entryKey(), version, attempts, delay, salesforceId, code, reason));
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
