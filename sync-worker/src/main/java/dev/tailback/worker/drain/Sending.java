package dev.tailback.worker.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.Delivery;
import dev.tailback.salesforce.RowAnswer;
import dev.tailback.worker.outage.Halt;
import dev.tailback.worker.verdict.CallFault;
import dev.tailback.worker.verdict.CallReading;
import dev.tailback.worker.verdict.Patience;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One batch on its way through Salesforce. It starts as one call. What struck several records alike, and a call that failed as a whole although others do not
 * (see {@link Doubt}), goes again in smaller company, contract by contract and then alone (see {@link Narrowing}), until the record to blame is found. It ends
 * when every record has its verdict, or when everyone has to pause, the lease runs short or the worker stops: what has no verdict then is given back uncounted.
 */
final class Sending {
    private final Tools tools;
    private final Lease lease;
    private final Doubt doubt;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Map<UUID, Verdict> verdicts = new HashMap<>();
    private boolean answered;
    private Optional<Halt> halt = Optional.empty();

    /** What every batch is sent with. */
    record Tools(Calls calls, Patience patience, Setbacks setbacks, Watch watch, DrainSettings settings) {}

    Sending(Tools tools, Lease lease, Doubt doubt) {
        this.tools = tools;
        this.lease = lease;
        this.doubt = doubt;
    }

    Sent send(List<UsageRecord> records) {
        parts.add(Part.whole(records));
        while (!parts.isEmpty()
                && halt.isEmpty()
                && tools.watch().maySend(lease, tools.settings().callLimit())) {
            attempt(parts.removeFirst());
        }
        return new Sent(verdicts, halt, answered);
    }

    // A record that makes our own code fail must neither stop the others nor be blamed for it.
    private void attempt(Part part) {
        CallFault ours;
        try {
            send(part);
            return;
        } catch (RuntimeException | Error unexpected) {
            tools.watch().failed(unexpected);
            ours = CallReading.ofOurs();
        }
        failed(part, ours);
    }

    private void send(Part part) {
        Delivery delivery = tools.calls().send(part.records());
        if (delivery instanceof Delivery.Answered rows) {
            answered(part, rows.rows());
        } else {
            failed(part, CallReading.of(delivery));
        }
    }

    private void answered(Part part, List<RowAnswer> rows) {
        Judgement judgement = Judgement.of(part, rows, tools.patience());
        Optional<Refusal> ofTheServer =
                judgement.ofTheServerForAll(part.records().size());
        boolean hadCompany = part.split() || !part.isSingle();
        if (hadCompany && ofTheServer.isPresent()) {
            Refusal itself = ofTheServer.get();
            failed(part, CallReading.ofTheServer(itself.code(), itself.sentence(), Optional.empty()));
            return;
        }
        answered = true;
        doubt.decided(part);
        judgement.verdicts().forEach(this::decide);
        next(Part.smaller(judgement.smaller()));
        halt = judgement.halt();
    }

    private void failed(Part part, CallFault fault) {
        switch (fault.step()) {
            case PAUSE -> pause(fault);
            case ROW_BUSY -> busy(part, fault);
            case REPEAT, NARROW, NARROW_OR_PAUSE -> inDoubt(part, fault);
        }
    }

    private void busy(Part part, CallFault fault) {
        if (Narrowing.isOneContract(part.records())) {
            part.records().forEach(record -> judge(record, fault));
        } else {
            next(part.smaller());
        }
    }

    private void inDoubt(Part part, CallFault fault) {
        switch (doubt.of(part, fault)) {
            case SALESFORCE -> pause(fault);
            case NOT_KNOWN_YET -> parts.addFirst(part.unansweredAgain());
            case NOT_KNOWN_BEFORE_THE_OTHERS -> parts.addLast(part.putOffToTheEnd());
            case THE_RECORDS -> blame(part, fault);
        }
    }

    private void blame(Part part, CallFault fault) {
        if (part.isSingle()) {
            judge(part.only(), fault);
        } else {
            next(part.smaller());
        }
    }

    private void judge(UsageRecord record, CallFault fault) {
        if (fault.isNeverTheRecords()) {
            verdicts.put(record.entryId(), tools.setbacks().of(record, fault));
        } else {
            answered = true;
            decide(record.entryId(), fault.refusal().verdict(record.attempts(), tools.patience()));
        }
    }

    private void decide(UUID entryId, Verdict verdict) {
        tools.setbacks().over(entryId);
        verdicts.put(entryId, verdict);
    }

    private void pause(CallFault fault) {
        halt = Optional.of(new Halt(fault.refusal().code(), fault.refusal().sentence(), fault.retryAfter()));
    }

    // In front of what is left, so that the order within a contract stays.
    private void next(Stream<Part> smaller) {
        List<Part> inOrder = new ArrayList<>(smaller.toList());
        Collections.reverse(inOrder);
        inOrder.forEach(parts::addFirst);
    }
}
