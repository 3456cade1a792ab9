package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.drain.SalesforceCalls.Call;
import dev.tailback.worker.verdict.CallFault;
import dev.tailback.worker.verdict.CallReading;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.RetryPolicy;
import jakarta.inject.Singleton;
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
 * The sending of one batch. It starts as one call, or as many as a large one fills. Records that were refused with the same error, and a call that
 * failed as a whole although others do not (see {@link BlameSearch}), go again in smaller calls, contract by contract
 * and then alone (see {@link Narrowing}), until the record to blame is found. It ends when every record is decided, or
 * when all sending has to pause, the lease runs short or the worker stops: undecided records are then given back
 * uncounted.
 */
final class Sending {
    private final Tools tools;
    private final Lease lease;
    private final BlameSearch blameSearch;
    private final Deque<BatchPart> parts = new ArrayDeque<>();
    private final Map<UUID, Settlement> decided = new HashMap<>();
    private final Map<UUID, Attempt> lastAttempts = new HashMap<>();
    private boolean answered;
    private Optional<PauseReason> pause = Optional.empty();

    /** What every batch is sent with. */
    @Singleton
    record Tools(
            SalesforceCalls calls,
            RetryPolicy retryPolicy,
            UncountedRetries uncountedRetries,
            SenderWatch watch,
            DrainSettings settings) {}

    Sending(Tools tools, Lease lease, Permission permission, SavedInBulk saved) {
        this.tools = tools;
        this.lease = lease;
        this.decided.putAll(saved.decided());
        this.lastAttempts.putAll(saved.attempts());
        this.answered = !decided.isEmpty();
        this.blameSearch = new BlameSearch(
                tools.calls(), tools.watch(), tools.settings().restBeforeRepeat(), permission.isProbe());
    }

    SendResult send() {
        List<UsageRecord> left = lease.batch().records().stream()
                .filter(record -> !decided.containsKey(record.entryId()))
                .toList();
        int size = tools.settings().batchSize();
        for (int from = 0; from < left.size(); from += size) {
            parts.add(BatchPart.whole(left.subList(from, Math.min(left.size(), from + size))));
        }
        while (!parts.isEmpty()
                && pause.isEmpty()
                && tools.watch().mayGoOn(lease, tools.settings().callLimit())) {
            attempt(parts.removeFirst());
        }
        return new SendResult(decided, lastAttempts, pause, answered);
    }

    // A record that makes our own code fail must neither stop the others nor be blamed for it.
    private void attempt(BatchPart part) {
        CallFault ours;
        try {
            Call call = tools.calls().send(part.records());
            part.records().forEach(record -> lastAttempts.put(record.entryId(), call.attempt()));
            call.delivery()
                    .tell(
                            answer -> answered(part, call, answer.rows()),
                            failure -> failed(part, CallReading.of(failure)));
            return;
        } catch (RuntimeException | Error unexpected) {
            tools.watch().failed(unexpected);
            ours = CallReading.ofOurs();
        }
        failed(part, ours);
    }

    private void answered(BatchPart part, Call call, List<RowAnswer> rows) {
        for (int i = 0; i < rows.size(); i++) {
            lastAttempts.put(part.records().get(i).entryId(), call.attempt(rows.get(i)));
        }
        Judgement judgement = Judgement.of(part, rows, tools.retryPolicy());
        Optional<Refusal> ofTheServer =
                judgement.ofTheServerForAll(part.records().size());
        boolean hadOthers = part.split() || !part.isSingle();
        if (hadOthers && ofTheServer.isPresent()) {
            failed(part, CallReading.ofTheServer(ofTheServer.get()));
            return;
        }
        answered = true;
        blameSearch.decided(part);
        judgement.settlements().forEach(this::decide);
        next(BatchPart.smaller(judgement.smaller()));
        pause = judgement.pause();
    }

    private void failed(BatchPart part, CallFault fault) {
        Runnable step = switch (fault.step()) {
            case PAUSE -> () -> pause(fault);
            case ROW_BUSY -> () -> busy(part, fault);
            case REPEAT, NARROW, NARROW_OR_PAUSE -> () -> findCause(part, fault);
        };
        step.run();
    }

    private void busy(BatchPart part, CallFault fault) {
        if (Narrowing.isOneContract(part.records())) {
            part.records().forEach(record -> judge(record, fault));
        } else {
            next(part.smaller());
        }
    }

    private void findCause(BatchPart part, CallFault fault) {
        Runnable step = switch (blameSearch.causeOf(part, fault)) {
            case SALESFORCE -> () -> pause(fault);
            case NOT_KNOWN_YET -> () -> parts.addFirst(part.unansweredAgain());
            case NOT_KNOWN_BEFORE_THE_OTHERS -> () -> parts.addLast(part.putOffToTheEnd());
            case THE_RECORDS -> () -> blame(part, fault);
        };
        step.run();
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
            decided.put(record.entryId(), tools.uncountedRetries().next(record, fault));
        } else {
            answered = true;
            fault.refusal()
                    .verdict(record, tools.retryPolicy())
                    .tell(settlement -> decide(record.entryId(), settlement), reason -> pause(fault));
        }
    }

    private void decide(UUID entryId, Settlement settlement) {
        tools.uncountedRetries().over(entryId);
        decided.put(entryId, settlement);
    }

    // With fewer calls at one time, what is left is taken again at once.
    private void pause(CallFault fault) {
        if (tools.calls().fewerWillDo(fault)) {
            parts.clear();
        } else {
            pause = Optional.of(fault.pauseReason());
        }
    }

    // In front of what is left, so that the order within a contract stays.
    private void next(Stream<BatchPart> smaller) {
        List<BatchPart> inOrder = new ArrayList<>(smaller.toList());
        Collections.reverse(inOrder);
        inOrder.forEach(parts::addFirst);
    }
}
