package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.ledger.EntryAction;
import dev.tailback.app.ledger.HistoryLine;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** One line of an entry's history: who did what, when and why, or what Salesforce answered. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HistoryView(
        Instant at,
        String who,
        EntryAction what,
        Optional<String> why,
        long version,
        int units,
        boolean cancelled,
        Optional<Integer> attempts,
        Optional<Instant> nextAttemptAt,
        Optional<String> code,
        Optional<String> reason) {

    static HistoryView of(HistoryLine line) {
        return new HistoryView(
                line.at(),
                line.who(),
                line.what(),
                Optional.ofNullable(line.why()),
                line.version(),
                line.units(),
                line.cancelled(),
                Optional.ofNullable(line.attempts()),
                Optional.ofNullable(line.nextAttemptAt()),
                Optional.ofNullable(line.code()),
                Optional.ofNullable(line.reason()));
    }
}
