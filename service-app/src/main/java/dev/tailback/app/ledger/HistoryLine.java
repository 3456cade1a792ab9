package dev.tailback.app.ledger;

import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.queue.Outcome;
import dev.tailback.salesforce.usage.HeldUsage;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the append-only history of an entry.
 *
 * @param id order in the history, given by the database
 * @param at by our clock
 * @param who the account, or {@code salesforce} for its answers
 * @param reason as the account gave it, or why the service app did it
 * @param message the text of Salesforce beside its {@code code}
 * @param version the version the line is about; {@code units} and {@code cancelled} are that version's content
 * @param consumedChange by how many units an acceptance changed what Salesforce counts as consumed
 * @param outcomeId the delivery that told it; the same one is never applied twice
 * @param settledAt when the worker settled it, by Redis' clock
 */
@MappedEntity("usage_history")
public record HistoryLine(
        @Id long id,
        UUID entryId,
        Instant at,
        String who,
        EntryAction what,
        @Nullable String reason,
        long version,
        int units,
        boolean cancelled,
        @Nullable Integer attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String code,
        @Nullable String message,
        @Nullable String salesforceId,
        @Nullable Integer consumedChange,
        @Nullable String outcomeId,
        @Nullable Instant settledAt) {

    /** An act of a person; the version and its content are those after the act. */
    static HistoryLine ofPerson(
            UUID entryId, Instant at, By by, EntryAction what, long version, int units, boolean cancelled) {
        return new HistoryLine(
                0,
                entryId,
                at,
                by.who(),
                what,
                by.reason(),
                version,
                units,
                cancelled,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** An acceptance that no answer told, found by looking at Salesforce. */
    public static HistoryLine found(HeldUsage held, Instant at, int consumedChange) {
        return new HistoryLine(
                0,
                held.entryId(),
                at,
                "salesforce",
                EntryAction.ACCEPTED,
                "Found in Salesforce; the answer to it never came.",
                held.version(),
                held.units(),
                held.cancelled(),
                null,
                null,
                null,
                null,
                held.salesforceId(),
                consumedChange,
                null,
                null);
    }

    /**
     * An answer of Salesforce to one version.
     *
     * @param consumedChange null when the answer changed nothing there
     */
    public static HistoryLine ofOutcome(
            Outcome outcome, Instant at, long version, Content content, @Nullable Integer consumedChange) {
        return new HistoryLine(
                0,
                outcome.entryId(),
                at,
                "salesforce",
                EntryAction.valueOf(outcome.kind().name()),
                null,
                version,
                content.units(),
                content.cancelled(),
                outcome.attempts(),
                outcome.nextAttemptAt().orElse(null),
                outcome.code().orElse(null),
                outcome.reason().orElse(null),
                outcome.salesforceId().orElse(null),
                consumedChange,
                outcome.streamId(),
                outcome.at());
    }
}
