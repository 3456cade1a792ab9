package dev.tailback.worker.drain;

import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.verdict.CallFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why calls fail as a whole: because nothing can be written, or because of a record in them. A record is to
 * blame only when Salesforce decided about another write before the call that failed and again after it, so that
 * neither the beginning nor the end of an outage counts for a record without fault. That reads are answered proves
 * nothing: some outages affect only writes. The witness is a record that Salesforce has decided about already; sending
 * it once more changes nothing.
 */
final class BlameSearch {
    /**
     * One bad record among 200 fails at most this many calls in a row before a half without it is answered; more mean
     * an outage.
     */
    private static final int FAILED_IN_A_ROW = 10;

    private static final int ENOUGH_WITNESSES = 2;

    /** What to do about a part that failed as a whole. */
    enum Cause {
        SALESFORCE,
        NOT_KNOWN_YET,
        NOT_KNOWN_BEFORE_THE_OTHERS,
        THE_RECORDS
    }

    private final SalesforceCalls calls;
    private final SenderWatch watch;
    private final Duration rest;
    private final boolean probing;
    private final List<UsageRecord> witnesses = new ArrayList<>();
    private int failedInARow;

    /**
     * @param rest how long a call without usable answer may still be running inside Salesforce
     * @param probing whether this is the probe of an outage, which must show that Salesforce decides again
     */
    BlameSearch(SalesforceCalls calls, SenderWatch watch, Duration rest, boolean probing) {
        this.calls = calls;
        this.watch = watch;
        this.rest = rest;
        this.probing = probing;
    }

    /** Salesforce decided about these records. */
    void decided(BatchPart part) {
        failedInARow = 0;
        part.records().stream()
                .filter(record -> witnesses.size() < ENOUGH_WITNESSES && !witnesses.contains(record))
                .forEach(witnesses::add);
    }

    Cause causeOf(BatchPart part, CallFault fault) {
        boolean first = part.unanswered() == 0;
        failedInARow += first && !part.putOff() ? 1 : 0;
        if (part.split() && failedInARow >= FAILED_IN_A_ROW) {
            return Cause.SALESFORCE;
        }
        if (!part.isSingle()) {
            return part.split() ? Cause.THE_RECORDS : ofWhole(fault, first);
        }
        return part.split() ? ofRest(part, fault, first) : ofLone(fault, first);
    }

    private Cause ofWhole(CallFault fault, boolean first) {
        if (!mayPass(fault)) {
            return Cause.THE_RECORDS;
        }
        return first ? beforeRepeating() : readable(Cause.THE_RECORDS);
    }

    /** A batch of one record: nothing else was tried that could be compared with it. */
    private Cause ofLone(CallFault fault, boolean first) {
        if (mayPass(fault)) {
            return first ? beforeRepeating() : Cause.SALESFORCE;
        }
        boolean proves = fault.step() == CallFault.Step.NARROW && !probing;
        return proves ? Cause.THE_RECORDS : Cause.SALESFORCE;
    }

    private Cause ofRest(BatchPart part, CallFault fault, boolean first) {
        Optional<UsageRecord> witness =
                witnesses.stream().filter(record -> !part.holds(record)).findFirst();
        if (witness.isEmpty()) {
            return part.putOff() ? Cause.SALESFORCE : Cause.NOT_KNOWN_BEFORE_THE_OTHERS;
        }
        if (!mayPass(fault)) {
            return Cause.THE_RECORDS;
        }
        return first ? beforeRepeating() : decides(witness.get());
    }

    // Repeating is safe, and usually enough.
    private Cause beforeRepeating() {
        return watch.rested(rest) ? readable(Cause.NOT_KNOWN_YET) : Cause.NOT_KNOWN_YET;
    }

    private Cause readable(Cause then) {
        return calls.salesforceAnswers() ? then : Cause.SALESFORCE;
    }

    private Cause decides(UsageRecord witness) {
        return calls.send(List.of(witness)).delivery().isAnswered() ? Cause.THE_RECORDS : Cause.SALESFORCE;
    }

    private static boolean mayPass(CallFault fault) {
        return fault.step() == CallFault.Step.REPEAT;
    }
}
