package dev.tailback.app.requests;

import dev.tailback.app.ledger.IdSource;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What can happen to a request, each step with its line in the history. Call it inside a transaction. */
@Singleton
class RequestEvents {

    /** Who makes the corrections, in the history. */
    private static final String TAILBACK = "tailback";

    private final RequestRows rows;
    private final IdSource ids;
    private final Clock clock;

    RequestEvents(RequestRows rows, IdSource ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws dev.tailback.web.problems.Problem 409 {@code request_open} */
    UUID asked(UUID entryId, UUID adId, int units, String reason, String by) {
        UUID id = ids.next();
        Instant now = clock.instant();
        if (rows.ask(id, entryId, adId, units, reason, by, now) == 0) {
            throw RequestProblems.askedAlready(entryId);
        }
        rows.record(id, now, by, RequestAction.ASKED, reason);
        return id;
    }

    /** @return whether it was in one of these states */
    boolean answered(
            UUID id, List<RequestState> from, RequestState to, RequestAction action, String by, @Nullable String why) {
        boolean moved = rows.move(id, from.stream().map(Enum::name).toList(), to.name()) == 1;
        if (moved) {
            rows.record(id, clock.instant(), by, action, why);
        }
        return moved;
    }

    /** @return whether it was accepted and not corrected yet */
    boolean corrected(UUID id) {
        return answered(
                id, List.of(RequestState.REOPENING), RequestState.CORRECTED, RequestAction.CORRECTED, TAILBACK, null);
    }
}
