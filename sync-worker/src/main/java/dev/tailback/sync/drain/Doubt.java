package dev.tailback.sync.drain;

import dev.tailback.sync.waiting.Waiting;
import java.time.Duration;

/**
 * Why calls got no usable answer: because Salesforce is not well, or because of a record in them. A single record is to blame only when Salesforce answered
 * something else before the call that failed and again after it, so that neither the beginning nor the end of an outage counts for a record that is fine.
 * While a call is being halved, the answers to its other half tell as much.
 */
final class Doubt {
    /** With one bad record at least every other part is answered; this many in a row without an answer mean Salesforce, not a record. */
    private static final int UNANSWERED_IN_A_ROW = 5;

    /** What to do about a part that got no usable answer. */
    enum Cause {
        SALESFORCE,
        NOT_KNOWN_YET,
        THE_RECORDS
    }

    private final Calls calls;
    private final Waiting waiting;
    private final Duration rest;
    private int unansweredInARow;

    /** @param rest how long a call without usable answer may still be running inside Salesforce */
    Doubt(Calls calls, Waiting waiting, Duration rest) {
        this.calls = calls;
        this.waiting = waiting;
        this.rest = rest;
    }

    void answered() {
        unansweredInARow = 0;
    }

    Cause of(Part part) {
        boolean first = part.unanswered() == 0;
        unansweredInARow += first ? 1 : 0;
        if (part.split() && unansweredInARow >= UNANSWERED_IN_A_ROW) {
            return Cause.SALESFORCE;
        }
        if (part.split() && !part.isSingle()) {
            return Cause.THE_RECORDS;
        }
        return first ? beforeRepeating() : afterRepeating();
    }

    // Repeating is safe, and mostly all it takes.
    private Cause beforeRepeating() {
        waiting.rest(rest);
        return waiting.isStopped() || calls.salesforceAnswers() ? Cause.NOT_KNOWN_YET : Cause.SALESFORCE;
    }

    private Cause afterRepeating() {
        return calls.salesforceAnswers() ? Cause.THE_RECORDS : Cause.SALESFORCE;
    }
}
