package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.ledger.EntryAction;
import dev.tailback.app.ledger.UsageHistory;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an entry's history: who did what, when and for what reason, or what Salesforce answered.
 *
 * @param reason the reason that was given for it; on an answer of Salesforce its message
 * @param why the reason that was given for it; the old name, which goes with the next version
 * @param message what Salesforce says beside its {@code code}
 * @param attempt how it was sent and what came back, on an answer of Salesforce; not on one that an older worker told
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HistoryView(
        Instant at,
        String who,
        EntryAction what,
        Optional<String> reason,
        @Schema(deprecated = true) Optional<String> why,
        long version,
        int units,
        boolean cancelled,
        Optional<Integer> attempts,
        Optional<Instant> nextAttemptAt,
        Optional<String> code,
        Optional<String> message,
        Optional<AttemptView> attempt) {

    static HistoryView of(UsageHistory.Line line, Optional<AttemptView> attempt) {
        return new HistoryView(
                line.at(),
                line.who(),
                line.what(),
                Optional.ofNullable(line.reason()).or(() -> Optional.ofNullable(line.message())),
                Optional.ofNullable(line.reason()),
                line.version(),
                line.units(),
                line.cancelled(),
                Optional.ofNullable(line.attempts()),
                Optional.ofNullable(line.nextAttemptAt()),
                Optional.ofNullable(line.code()),
                Optional.ofNullable(line.message()),
                attempt);
    }
}
