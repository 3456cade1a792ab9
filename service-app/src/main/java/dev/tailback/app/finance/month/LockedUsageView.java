package dev.tailback.app.finance.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.finance.lines.UsageLine;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One page of the locked usage of a scope, with the sums of all of it.
 *
 * @param to the first day after the span
 * @param zone where the days of the span begin
 * @param lineCount of all pages
 * @param agrees whether ledger and Salesforce hold the same of every line; nothing is exported before they do
 * @param differenceCount of all; {@code differences} shows 200 at most
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LockedUsageView(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> contractId,
        String zone,
        Instant readAt,
        List<UsageLine> lines,
        int page,
        boolean more,
        int lineCount,
        Totals totals,
        boolean agrees,
        int differenceCount,
        List<LineDifference> differences) {

    /** Lines on a page. */
    public static final int SIZE = 200;

    /** Differences that are shown. */
    private static final int SHOWN = 200;

    public static LockedUsageView of(LockedMonth month, int page) {
        int from = Math.min(page * SIZE, month.lines().size());
        int to = Math.min(from + SIZE, month.lines().size());
        return new LockedUsageView(
                month.scope().from(),
                month.scope().to(),
                month.scope().contractId(),
                month.scope().zone().getId(),
                month.readAt(),
                month.lines().subList(from, to),
                page,
                to < month.lines().size(),
                month.lines().size(),
                Totals.of(month),
                month.agrees(),
                month.differences().size(),
                month.differences().stream().limit(SHOWN).toList());
    }
}
