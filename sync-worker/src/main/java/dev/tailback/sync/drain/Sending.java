package dev.tailback.sync.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.Delivery;
import dev.tailback.salesforce.RowAnswer;
import dev.tailback.sync.outage.Halt;
import dev.tailback.sync.verdict.CallReading;
import dev.tailback.sync.verdict.ErrorKind;
import dev.tailback.sync.verdict.Patience;
import dev.tailback.sync.verdict.Refusal;
import dev.tailback.sync.verdict.Verdict;
import dev.tailback.sync.waiting.Waiting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch on its way through Salesforce. It starts as one call. What a parent's rule refused as a group goes again one by one; a call refused as a whole,
 * or never answered in a usable way while Salesforce answers others (see {@link Doubt}), is halved until the record to blame is alone. It ends when every record has its
 * verdict, or when everyone has to pause, the lease runs short or the worker stops: what has no verdict then is given back uncounted.
 */
final class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final String WORKER_FAILED = "WORKER_FAILED";

    private final Calls calls;
    private final Patience patience;
    private final Waiting waiting;
    private final DrainSettings settings;
    private final Lease lease;
    private final Doubt doubt;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Map<UUID, Verdict> verdicts = new HashMap<>();
    private Optional<Halt> halt = Optional.empty();

    Sending(Calls calls, Patience patience, Waiting waiting, DrainSettings settings, Lease lease) {
        this.calls = calls;
        this.patience = patience;
        this.waiting = waiting;
        this.settings = settings;
        this.lease = lease;
        this.doubt = new Doubt(calls, waiting, settings.inDoubt());
    }

    Sent send(List<UsageRecord> records) {
        parts.add(Part.whole(records));
        while (!parts.isEmpty() && halt.isEmpty() && maySend()) {
            attempt(parts.removeFirst());
        }
        return new Sent(verdicts, halt);
    }

    // A record that makes our own code fail must neither stop the others nor come back for ever.
    private void attempt(Part part) {
        try {
            send(part);
        } catch (RuntimeException unexpected) {
            log.error("Sending {} records failed unexpectedly", part.records().size(), unexpected);
            failed(part, new Refusal(ErrorKind.AGAIN, WORKER_FAILED, "The worker itself failed: its log says why."));
        }
    }

    private void failed(Part part, Refusal refusal) {
        if (part.isSingle()) {
            judge(part.only(), refusal);
        } else {
            halve(part);
        }
    }

    private boolean maySend() {
        return !waiting.isStopped() && lease.covers(settings.callLimit());
    }

    private void send(Part part) {
        calls.send(part.records()).fold(new NextStep(part)).run();
    }

    /** What to do about each kind of answer to a part. */
    private final class NextStep implements Delivery.Cases<Runnable> {
        private final Part part;

        NextStep(Part part) {
            this.part = part;
        }

        @Override
        public Runnable answered(Delivery.Answered answered) {
            return () -> judge(part, answered.rows());
        }

        @Override
        public Runnable refused(Delivery.Refused refused) {
            return () -> Sending.this.refused(part, refused);
        }

        @Override
        public Runnable turnedAway(Delivery.TurnedAway away) {
            return () -> inSmallerCompany(part, new Halt(away.code(), away.reason(), away.retryAfter()));
        }

        @Override
        public Runnable unavailable(Delivery.Unavailable unavailable) {
            return () -> Sending.this.unavailable(part, unavailable);
        }

        @Override
        public Runnable notSent(Delivery.NotSent notSent) {
            return () -> inSmallerCompany(part, new Halt(notSent.code(), notSent.reason()));
        }

        @Override
        public Runnable outcomeUnknown(Delivery.OutcomeUnknown unknown) {
            return () -> doubt(part, new Halt(unknown.code(), unknown.reason()));
        }
    }

    private void judge(Part part, List<RowAnswer> rows) {
        doubt.answered();
        Judgement judgement = Judgement.of(part, rows, patience);
        verdicts.putAll(judgement.verdicts());
        judgement.alone().forEach(record -> parts.addLast(Part.alone(record)));
        halt = judgement.halt();
    }

    // No record is to blame for it, so one that stands alone is given back, and everyone pauses. Halves go first: if it
    // strikes every call, eight calls tell.
    private void inSmallerCompany(Part part, Halt pause) {
        if (part.isSingle()) {
            halt = Optional.of(pause);
        } else {
            List<Part> halves = part.halves();
            parts.addFirst(halves.get(1));
            parts.addFirst(halves.get(0));
        }
    }

    private void refused(Part part, Delivery.Refused refused) {
        doubt.answered();
        if (CallReading.ofRefused(refused.status(), refused.code()) == CallReading.HALT) {
            halt = Optional.of(new Halt(refused.code(), refused.reason()));
        } else {
            failed(part, new Refusal(ErrorKind.FOR_GOOD, refused.code(), refused.reason()));
        }
    }

    private void unavailable(Part part, Delivery.Unavailable unavailable) {
        Halt pause = new Halt(unavailable.code(), unavailable.reason(), unavailable.retryAfter());
        switch (CallReading.ofUnavailable(unavailable.code())) {
            case DOUBT -> doubt(part, pause);
            case ROW_BUSY -> {
                Refusal busy = new Refusal(ErrorKind.ROW_BUSY, "ROW_BUSY", unavailable.reason());
                part.records().forEach(record -> judge(record, busy));
            }
            case HALT, SPLIT -> halt = Optional.of(pause);
        }
    }

    private void doubt(Part part, Halt pause) {
        switch (doubt.of(part)) {
            case SALESFORCE -> halt = Optional.of(pause);
            case NOT_KNOWN_YET -> parts.addFirst(part.unansweredAgain());
            case THE_RECORDS ->
                failed(part.ofOneWithoutAnswer(), new Refusal(ErrorKind.AGAIN, pause.code(), pause.reason()));
        }
    }

    // Halves go last, so that every level is tried before the next: the sibling's answer tells whether Salesforce is
    // well.
    private void halve(Part part) {
        part.halves().forEach(parts::addLast);
    }

    private void judge(UsageRecord record, Refusal refusal) {
        verdicts.put(record.entryId(), refusal.verdict(record.attempts(), patience));
    }
}
