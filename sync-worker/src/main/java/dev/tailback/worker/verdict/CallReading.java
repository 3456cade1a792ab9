package dev.tailback.worker.verdict;

import dev.tailback.salesforce.usage.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What it means when a call as a whole failed, before Salesforce has said anything about its single records. */
public final class CallReading implements Delivery.Cases<CallFault> {
    static final Set<String> OF_THE_SERVER = Set.of("UNKNOWN_EXCEPTION", "INTERNAL_ERROR");
    private static final String WITHOUT_FORM = "HTTP_";
    private static final String WORKER_FAILED = "WORKER_FAILED";

    /** Statuses of a place that is away, busy or in between, when Salesforce's form of an answer is missing. */
    private static final Set<Integer> OF_THE_WAY =
            Set.of(301, 302, 303, 307, 308, 401, 404, 406, 407, 408, 420, 425, 429, 502, 503, 504, 511);

    private static final Set<Integer> OF_THE_CONTENT = Set.of(400, 413, 422);

    /** Refusals that speak of the org's fields and rights: the same for every record, as a rule. */
    private static final Set<String> OF_THE_SET_UP = Set.of(
            "INSUFFICIENT_ACCESS",
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "INVALID_FIELD",
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "INVALID_TYPE",
            "METHOD_NOT_ALLOWED",
            "MISSING_ARGUMENT",
            "NOT_FOUND");

    private CallReading() {}

    /** @throws IllegalArgumentException for a call that Salesforce answered row by row */
    public static CallFault of(Delivery delivery) {
        return delivery.fold(new CallReading());
    }

    /** Our own program failed before anything was sent, or while it read the answer. */
    public static CallFault ofOurs() {
        String sentence = "The worker itself failed: its log says why. It tries again by itself.";
        return fault(CallFault.Step.NARROW, nobodys(Blame.OURS, WORKER_FAILED, sentence), Optional.empty());
    }

    /** Salesforce's own error, told for a call as a whole or for every row of it. */
    public static CallFault ofTheServer(String code, String sentence, Optional<Duration> retryAfter) {
        Refusal own = new Refusal(ErrorKind.AGAIN, Blame.SALESFORCE, Company.NOBODY, code, sentence);
        return fault(CallFault.Step.REPEAT, own, retryAfter);
    }

    @Override
    public CallFault answered(Delivery.Answered delivery) {
        throw new IllegalArgumentException("a call that was answered has not failed");
    }

    @Override
    public CallFault refused(Delivery.Refused refused) {
        String code = refused.code();
        ErrorKind kind = ErrorTable.kindOf(code, "");
        if (kind == ErrorKind.NOBODYS_FAULT || !OF_THE_CONTENT.contains(refused.status())) {
            return pause(code, refused.reason(), Optional.empty());
        }
        if (OF_THE_SET_UP.contains(code)) {
            Refusal setUp = new Refusal(ErrorKind.FOR_GOOD, Blame.SALESFORCE, Company.NOBODY, code, refused.reason());
            return fault(CallFault.Step.NARROW_OR_PAUSE, setUp, Optional.empty());
        }
        Refusal own = new Refusal(ErrorKind.FOR_GOOD, Blame.CALL, Company.NOBODY, code, refused.reason());
        return fault(CallFault.Step.NARROW, own, Optional.empty());
    }

    @Override
    public CallFault turnedAway(Delivery.TurnedAway turned) {
        return withoutForm(turned.status(), turned.code(), turned.reason(), turned.retryAfter());
    }

    @Override
    public CallFault unavailable(Delivery.Unavailable unavailable) {
        String code = unavailable.code();
        if (code.startsWith(WITHOUT_FORM)) {
            return withoutForm(statusIn(code), code, unavailable.reason(), unavailable.retryAfter());
        }
        if (ErrorTable.kindOf(code, "") == ErrorKind.ROW_BUSY) {
            Refusal busy = new Refusal(
                    ErrorKind.ROW_BUSY, Blame.CONTRACT, Company.ITS_CONTRACT, "ROW_BUSY", unavailable.reason());
            return fault(CallFault.Step.ROW_BUSY, busy, unavailable.retryAfter());
        }
        return OF_THE_SERVER.contains(code)
                ? ofTheServer(code, unavailable.reason(), unavailable.retryAfter())
                : pause(code, unavailable.reason(), unavailable.retryAfter());
    }

    @Override
    public CallFault notSent(Delivery.NotSent notSent) {
        return fault(CallFault.Step.NARROW, nobodys(Blame.OURS, notSent.code(), notSent.reason()), Optional.empty());
    }

    @Override
    public CallFault outcomeUnknown(Delivery.OutcomeUnknown unknown) {
        Refusal nobodys = nobodys(Blame.NETWORK, unknown.code(), unknown.reason());
        return fault(CallFault.Step.REPEAT, nobodys, Optional.empty());
    }

    // Whoever answers without Salesforce's form may dislike the place we ask at, or something in this very call.
    private static CallFault withoutForm(int status, String code, String reason, Optional<Duration> retryAfter) {
        Refusal nobodys = nobodys(status == 401 ? Blame.SESSION : Blame.NETWORK, code, reason);
        CallFault.Step step = OF_THE_WAY.contains(status) ? CallFault.Step.PAUSE : CallFault.Step.REPEAT;
        return fault(step, nobodys, retryAfter);
    }

    private static CallFault pause(String code, String reason, Optional<Duration> retryAfter) {
        return fault(CallFault.Step.PAUSE, nobodys(ErrorTable.blameOfPause(code), code, reason), retryAfter);
    }

    private static Refusal nobodys(Blame blame, String code, String reason) {
        return new Refusal(ErrorKind.NOBODYS_FAULT, blame, Company.ANY, code, reason);
    }

    private static CallFault fault(CallFault.Step step, Refusal refusal, Optional<Duration> retryAfter) {
        return new CallFault(step, refusal, retryAfter);
    }

    private static int statusIn(String code) {
        String digits = code.substring(WITHOUT_FORM.length());
        return digits.matches("\\d{3}") ? Integer.parseInt(digits) : 0;
    }
}
