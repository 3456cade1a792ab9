package dev.tailback.worker.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.verdict.CallFault;
import dev.tailback.worker.verdict.CallReading;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.RetryPolicy;
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
 * (see {@link BlameSearch}), goes again in smaller company, contract by contract and then alone (see {@link Narrowing}), until the record to blame is found. It ends
 * when every record has its verdict, or when everyone has to pause, the lease runs short or the worker stops: what has no verdict then is given back uncounted.
 */
final class Sending {
    private final Tools tools;
    private final Lease lease;
    private final BlameSearch blameSearch;
    private final Deque<BatchPart> parts = new ArrayDeque<>();
    private final Map<UUID, Verdict> verdicts = new HashMap<>();
    private boolean answered;
    private Optional<PauseReason> pause = Optional.empty();

    /** What every batch is sent with. */
    record Tools(
            SalesforceCalls calls,
            RetryPolicy retryPolicy,
            UncountedRetries uncountedRetries,
            SenderWatch watch,
            DrainSettings settings) {}

    Sending(Tools tools, Lease lease, BlameSearch blameSearch) {
        this.tools = tools;
        this.lease = lease;
        this.blameSearch = blameSearch;
    }

    SendResult send(List<UsageRecord> records) {
        parts.add(BatchPart.whole(records));
        while (!parts.isEmpty()
                && pause.isEmpty()
                && tools.watch().maySend(lease, tools.settings().callLimit())) {
            attempt(parts.removeFirst());
        }
        return new SendResult(verdicts, pause, answered);
    }

    // A record that makes our own code fail must neither stop the others nor be blamed for it.
    private void attempt(BatchPart part) {
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

    private void send(BatchPart part) {
        Delivery delivery = tools.calls().send(part.records());
        if (delivery instanceof Delivery.Answered rows) {
            answered(part, rows.rows());
        } else {
            failed(part, CallReading.of(delivery));
        }
    }

    private void answered(BatchPart part, List<RowAnswer> rows) {
        Judgement judgement = Judgement.of(part, rows, tools.retryPolicy());
        Optional<Refusal> ofTheServer =
                judgement.ofTheServerForAll(part.records().size());
        boolean hadCompany = part.split() || !part.isSingle();
        if (hadCompany && ofTheServer.isPresent()) {
            Refusal itself = ofTheServer.get();
            failed(part, CallReading.ofTheServer(itself.code(), itself.sentence(), Optional.empty()));
            return;
        }
        answered = true;
        blameSearch.decided(part);
        judgement.verdicts().forEach(this::decide);
        next(BatchPart.smaller(judgement.smaller()));
        pause = judgement.pause();
    }

    private void failed(BatchPart part, CallFault fault) {
        switch (fault.step()) {
            case PAUSE -> pause(fault);
            case ROW_BUSY -> busy(part, fault);
            case REPEAT, NARROW, NARROW_OR_PAUSE -> inDoubt(part, fault);
        }
    }

    private void busy(BatchPart part, CallFault fault) {
        if (Narrowing.isOneContract(part.records())) {
            part.records().forEach(record -> judge(record, fault));
        } else {
            next(part.smaller());
        }
    }

    private void inDoubt(BatchPart part, CallFault fault) {
        switch (blameSearch.of(part, fault)) {
            case SALESFORCE -> pause(fault);
            case NOT_KNOWN_YET -> parts.addFirst(part.unansweredAgain());
            case NOT_KNOWN_BEFORE_THE_OTHERS -> parts.addLast(part.putOffToTheEnd());
            case THE_RECORDS -> blame(part, fault);
        }
    }

    private void blame(BatchPart part, CallFault fault) {
        if (part.isSingle()) {
            judge(part.only(), fault);
        } else {
            next(part.smaller());
        }
    }

    private void judge(UsageRecord record, CallFault fault) {
        if (fault.isNeverTheRecords()) {
            verdicts.put(record.entryId(), tools.uncountedRetries().of(record, fault));
        } else {
            answered = true;
            decide(record.entryId(), fault.refusal().verdict(record.attempts(), tools.retryPolicy()));
        }
    }

    private void decide(UUID entryId, Verdict verdict) {
        tools.uncountedRetries().over(entryId);
        verdicts.put(entryId, verdict);
    }

    private void pause(CallFault fault) {
        pause = Optional.of(
                new PauseReason(fault.refusal().code(), fault.refusal().sentence(), fault.retryAfter()));
    }

    // In front of what is left, so that the order within a contract stays.
    private void next(Stream<BatchPart> smaller) {
        List<BatchPart> inOrder = new ArrayList<>(smaller.toList());
        Collections.reverse(inOrder);
        inOrder.forEach(parts::addFirst);
    }
}
