package dev.tailback.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One settled entry on its way back to the ledger. Delivered at least once, so the ledger applies it by entry and
 * version.
 *
 * @param streamId names the delivery, for {@link OutcomeStream#acknowledge}
 * @param version the version that was settled; 0 if the queue's value named none
 * @param attempts refusals of this version so far, this one included
 * @param nextAttemptAt only for {@link OutcomeKind#RETRYING}
 * @param acceptedId only for {@link OutcomeKind#ACCEPTED}
 * @param at when it was settled, by Redis' clock
 * @param sent the number that the worker made of what was accepted ({@link Settlement.Accepted#sent}); empty if it does
 *     not tell
 * @param attempt how it was sent; empty if it was not, and from a worker that does not tell
 */
public record Outcome(
        String streamId,
        UUID entryId,
        String group,
        long version,
        OutcomeKind kind,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Optional<String> acceptedId,
        Optional<String> code,
        Optional<String> reason,
        Instant at,
        OptionalLong sent,
        Optional<Settlement.Attempt> attempt) {

    /** That does not say what was sent, and how. */
    public Outcome(
            String streamId,
            UUID entryId,
            String group,
            long version,
            OutcomeKind kind,
            int attempts,
            Optional<Instant> nextAttemptAt,
            Optional<String> acceptedId,
            Optional<String> code,
            Optional<String> reason,
            Instant at) {
        this(
                streamId,
                entryId,
                group,
                version,
                kind,
                attempts,
                nextAttemptAt,
                acceptedId,
                code,
                reason,
                at,
                OptionalLong.empty(),
                Optional.empty());
    }
}
