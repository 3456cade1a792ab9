package dev.tailback.crm.declared;

import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an answer means for the whole call; what remains is for the one who asked. */
final class DeclaredStatus {

    static final String UNAUTHORIZED = "UNAUTHORIZED";

    private final DeclaredCrm crm;

    DeclaredStatus(DeclaredCrm crm) {
        this.crm = crm;
    }

    Sent judge(CrmAnswer answer, Instant now) {
        Optional<DeclaredError> error = DeclaredError.of(answer, crm.errors());
        if (answer.status() >= 400 && isUnavailable(answer, error)) {
            return away("HTTP_" + answer.status(), crm.name() + " is not available now.", answer.retryAfter(now));
        }
        return answer.status() < 300 ? new Sent.Answered(answer) : judge(answer, error, now);
    }

    private boolean isUnavailable(CrmAnswer answer, Optional<DeclaredError> error) {
        return crm.errors().unavailable().contains(String.valueOf(answer.status()))
                || error.filter(told -> crm.errors().unavailable().contains(told.code()))
                        .isPresent();
    }

    private Sent judge(CrmAnswer answer, Optional<DeclaredError> error, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 401 ->
                refused(UNAUTHORIZED, crm.name() + " does not know us: put in a valid secret, and look at 'access'.");
            case 403 ->
                error.map(told -> refused(told.code(), crm.name() + " does not let us do this: " + told.message()))
                        .orElseGet(() -> away("HTTP_403", answer.unusable(crm.name()), Optional.empty()));
            case 407 -> away("PROXY_REFUSED", "A proxy in between wants to know who asks.", Optional.empty());
            case 429 ->
                away(
                        "TOO_MANY_CALLS",
                        "Our calls to " + crm.name() + " are too many for it; lower 'callsPerSecond'.",
                        Optional.of(answer.retryAfter(now).orElse(crm.limits().usualWait())));
            case 503 -> away("HTTP_503", crm.name() + " is not available now.", answer.retryAfter(now));
            default -> status < 400 ? moved() : status >= 500 ? lost(status) : other(answer, error);
        };
    }

    private Sent moved() {
        return away(
                "MOVED", crm.name() + "'s address points elsewhere instead of answering: check it.", Optional.empty());
    }

    private Sent lost(int status) {
        return new Sent.Lost("HTTP_" + status, crm.name() + " failed with HTTP " + status + " and no verdict.");
    }

    /** What tells no error as the file says comes from another server, but for what is simply not there. */
    private Sent other(CrmAnswer answer, Optional<DeclaredError> error) {
        boolean isGone = crm.errors().gone().contains(String.valueOf(answer.status())) && answer.body().length == 0;
        return error.isPresent() || isGone
                ? new Sent.Answered(answer)
                : away("HTTP_" + answer.status(), answer.unusable(crm.name()), Optional.empty());
    }

    private static Sent away(String code, String reason, Optional<Duration> wait) {
        return new Sent.NotTaken(code, reason, wait, false);
    }

    private static Sent refused(String code, String reason) {
        return new Sent.NotTaken(code, reason, Optional.empty(), true);
    }
}
