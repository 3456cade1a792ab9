package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.FinanceProblems;
import dev.tailback.app.finance.lines.LineKind;
import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.app.finance.month.LineDifference;
import dev.tailback.app.finance.month.LockedMonth;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what a new statement holds: what no statement has closed yet, and what has changed since one did. Changed
 * usage is taken back and put anew; usage that is no longer there is taken back.
 */
@Singleton
class ComposeLines {

    private final ClosedLines closedLines;
    private final UsageReader salesforce;

    ComposeLines(ClosedLines closedLines, UsageReader salesforce) {
        this.closedLines = closedLines;
        this.salesforce = salesforce;
    }

    /**
     * @param unchanged how many lines earlier statements hold as they are
     * @param lines in the order of contract, product and age; reversals that stand alone come last
     */
    record Composed(List<UsageLine> lines, int unchanged) {

        long count(LineKind kind) {
            return lines.stream().filter(line -> line.kind() == kind).count();
        }
    }

    /** @param closedBefore whether a statement closed exactly this scope before, so that what is new is late */
    Composed compose(LockedMonth month, boolean closedBefore) {
        Map<UUID, UsageLine> closed = closedLines.closed(
                month.lines().stream().map(UsageLine::entryId).toList());
        List<UsageLine> lines = new ArrayList<>();
        int unchanged = 0;
        for (UsageLine line : inScope(month)) {
            UsageLine before = closed.get(line.entryId());
            if (before == null) {
                lines.add(line.as(closedBefore ? LineKind.LATE : LineKind.USAGE));
            } else if (before.sameContent(line)) {
                unchanged++;
            } else {
                lines.add(before.reversal());
                lines.add(line.as(LineKind.REPLACEMENT));
            }
        }
        lines.addAll(goneSince(month));
        return new Composed(List.copyOf(lines), unchanged);
    }

    /** A contract that was fulfilled without a time is in no period; it is closed by itself. */
    private static List<UsageLine> inScope(LockedMonth month) {
        return month.scope().from().isEmpty()
                ? month.lines()
                : month.lines().stream()
                        .filter(line -> line.lockedAt().isPresent())
                        .toList();
    }

    /** Closed in this scope, and no longer locked there nor anywhere else. What the two sides differ about stays. */
    private List<UsageLine> goneSince(LockedMonth month) {
        Set<UUID> there = new HashSet<>();
        month.lines().forEach(line -> there.add(line.entryId()));
        month.differences().stream().map(LineDifference::entryId).forEach(there::add);
        Map<UUID, UsageLine> closed = new HashMap<>(closedLines.closed(closedLines.entriesIn(month.scope())));
        closed.keySet().removeAll(there);
        if (closed.isEmpty()) {
            return List.of();
        }
        List<HeldUsage> held = FinanceProblems.require(salesforce.byEntryIds(closed.keySet()));
        held.stream()
                .filter(usage -> usage.locked() && !usage.cancelled())
                .forEach(usage -> closed.remove(usage.entryId()));
        return closed.values().stream()
                .map(UsageLine::reversal)
                .sorted(Comparator.comparing(UsageLine::contractNumber)
                        .thenComparing(line -> line.entryId().toString()))
                .toList();
    }
}
