package dev.tailback.app.requests;

import dev.tailback.app.ledger.Ledger;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finance answers a request; whoever asked may take it back. Each answer is recorded with who and why. */
@Singleton
public class AnswerRequest {

    private static final List<RequestState> OPEN = List.of(RequestState.OPEN);
    private static final List<RequestState> UNSETTLED = List.of(RequestState.OPEN, RequestState.REOPENING);

    private final RequestEvents requests;
    private final RequestReading reading;
    private final Ledger ledger;

    AnswerRequest(RequestEvents requests, RequestReading reading, Ledger ledger) {
        this.requests = requests;
        this.reading = reading;
        this.ledger = ledger;
    }

    /**
     * Finance will reopen the contract in Salesforce; the correction is made as soon as it is open.
     *
     * @throws dev.tailback.web.problems.Problem 404 {@code not_found}, 409 {@code request_settled}
     */
    public void accept(UUID id, String by, @Nullable String reason) {
        move(id, OPEN, RequestState.REOPENING, RequestAction.ACCEPTED, by, reason);
    }

    /** The same errors as {@link #accept}; an accepted request can be refused until it is corrected. */
    public void refuse(UUID id, String by, String reason) {
        move(id, UNSETTLED, RequestState.REFUSED, RequestAction.REFUSED, by, reason);
    }

    /** The same errors as {@link #accept}. */
    public void takeBack(UUID id, String by, @Nullable String reason) {
        move(id, UNSETTLED, RequestState.TAKEN_BACK, RequestAction.TAKEN_BACK, by, reason);
    }

    private void move(
            UUID id,
            List<RequestState> from,
            RequestState to,
            RequestAction action,
            String by,
            @Nullable String reason) {
        if (!ledger.write(() -> requests.answered(id, from, to, action, by, reason))) {
            throw RequestProblems.settled(reading.get(id));
        }
    }
}
