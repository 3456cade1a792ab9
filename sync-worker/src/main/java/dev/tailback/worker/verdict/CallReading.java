package dev.tailback.worker.verdict;

import dev.tailback.salesforce.usage.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Says what it means that a call failed as a whole. */
public final class CallReading implements Delivery.Cases<CallFault> {
    static final Set<String> OF_THE_SERVER = Set.of("UNKNOWN_EXCEPTION", "INTERNAL_ERROR");
    private static final String WITHOUT_FORM = "HTTP_";
    private static final String WORKER_FAILED = "WORKER_FAILED";

    /**
     * Without Salesforce's form of an answer, these statuses speak of the server or the way to it, not of the content.
     */
    private static final Set<Integer> OF_THE_WAY =
            Set.of(301, 302, 303, 307, 308, 401, 404, 406, 407, 408, 420, 425, 429, 502, 503, 504, 511);

    private static final Set<Integer> OF_THE_CONTENT = Set.of(400, 413, 422);

    /** Refusals that speak of the org's fields and rights: usually the same for every record. */
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

    public static CallFault of(Delivery.Failed failure) {
        return failure.fold(new CallReading());
    }

    /** Our own program failed before it sent anything, or while it read the answer. */
    public static CallFault ofOurs() {
        Refusal ours = outage(
                Blame.OURS, WORKER_FAILED, "The worker itself failed: its log says why. It will retry automatically.");
        return new CallFault(CallFault.Step.NARROW, ours, Optional.empty());
    }

    /** Salesforce failed with its own error in every row of the call. */
    public static CallFault ofTheServer(Refusal inEveryRow) {
        return ofTheServer(inEveryRow.code(), inEveryRow.reason(), Optional.empty());
    }

    private static CallFault ofTheServer(String code, String reason, Optional<Duration> retryAfter) {
        Refusal own = new Refusal(ErrorKind.TRANSIENT, Blame.SALESFORCE, Isolation.ALONE, code, reason);
        return new CallFault(CallFault.Step.REPEAT, own, retryAfter);
    }

    @Override
    public CallFault refused(Delivery.Refused refused) {
        String code = refused.code();
        ErrorKind kind = ErrorTable.kindOf(code, "");
        if (kind == ErrorKind.OUTAGE || !OF_THE_CONTENT.contains(refused.status())) {
            return pause(code, refused.reason(), Optional.empty());
        }
        if (OF_THE_SET_UP.contains(code)) {
            Refusal setUp = new Refusal(ErrorKind.PERMANENT, Blame.SALESFORCE, Isolation.ALONE, code, refused.reason());
            return new CallFault(CallFault.Step.NARROW_OR_PAUSE, setUp, Optional.empty());
        }
        Refusal own = new Refusal(ErrorKind.PERMANENT, Blame.CALL, Isolation.ALONE, code, refused.reason());
        return new CallFault(CallFault.Step.NARROW, own, Optional.empty());
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
                    ErrorKind.ROW_BUSY, Blame.CONTRACT, Isolation.OWN_CONTRACT, "ROW_BUSY", unavailable.reason());
            return new CallFault(CallFault.Step.ROW_BUSY, busy, unavailable.retryAfter());
        }
        return OF_THE_SERVER.contains(code)
                ? ofTheServer(code, unavailable.reason(), unavailable.retryAfter())
                : pause(code, unavailable.reason(), unavailable.retryAfter());
    }

    @Override
    public CallFault notSent(Delivery.NotSent notSent) {
        return new CallFault(
                CallFault.Step.NARROW, outage(Blame.OURS, notSent.code(), notSent.reason()), Optional.empty());
    }

    @Override
    public CallFault outcomeUnknown(Delivery.OutcomeUnknown unknown) {
        Refusal outage = outage(Blame.NETWORK, unknown.code(), unknown.reason());
        return new CallFault(CallFault.Step.REPEAT, outage, Optional.empty());
    }

    // An answer without Salesforce's form may refuse the address we ask, or something in this one call.
    private static CallFault withoutForm(int status, String code, String reason, Optional<Duration> retryAfter) {
        Refusal outage = outage(status == 401 ? Blame.SESSION : Blame.NETWORK, code, reason);
        CallFault.Step step = OF_THE_WAY.contains(status) ? CallFault.Step.PAUSE : CallFault.Step.REPEAT;
        return new CallFault(step, outage, retryAfter);
    }

    private static CallFault pause(String code, String reason, Optional<Duration> retryAfter) {
        return new CallFault(CallFault.Step.PAUSE, outage(BlameTable.blameOfPause(code), code, reason), retryAfter);
    }

    private static Refusal outage(Blame blame, String code, String reason) {
        return new Refusal(ErrorKind.OUTAGE, blame, Isolation.NONE, code, reason);
    }

    private static int statusIn(String code) {
        String digits = code.substring(WITHOUT_FORM.length());
        return digits.matches("\\d{3}") ? Integer.parseInt(digits) : 0;
    }
}
