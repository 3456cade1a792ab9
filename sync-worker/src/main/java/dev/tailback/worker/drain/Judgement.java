package dev.tailback.worker.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.verdict.ErrorKind;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.RefusalReading;
import dev.tailback.worker.verdict.RetryPolicy;
import dev.tailback.worker.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Salesforce's answers to the records of one call, read one by one. What struck several records alike is no record's own yet: it goes again in smaller
 * company, and only what is refused there too is judged.
 */
final class Judgement {
    private final RetryPolicy retryPolicy;
    private final Map<UUID, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<UsageRecord, Refusal> refused = new LinkedHashMap<>();
    private final List<UsageRecord> again = new ArrayList<>();
    private Optional<PauseReason> pause = Optional.empty();

    private Judgement(RetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
    }

    static Judgement of(BatchPart part, List<RowAnswer> rows, RetryPolicy retryPolicy) {
        Judgement judgement = new Judgement(retryPolicy);
        judgement.judge(part.records(), rows);
        return judgement;
    }

    Map<UUID, Verdict> verdicts() {
        return verdicts;
    }

    /** What goes again, in this order. A rule of a row above them is asked for each by itself: the first that fit get in. */
    List<List<UsageRecord>> smaller() {
        if (again.size() < 2) {
            return again.stream().map(List::of).toList();
        }
        boolean byRule = again.stream().allMatch(record -> refused.get(record).kind() == ErrorKind.RULE);
        return byRule && Narrowing.isOneContract(again)
                ? again.stream().map(List::of).toList()
                : Narrowing.halves(again);
    }

    Optional<PauseReason> pause() {
        return pause;
    }

    /** Present when nothing got in and Salesforce names only itself: an outage told row by row, as far as the rows can tell. */
    Optional<Refusal> ofTheServerForAll(int sent) {
        return refused.values().stream()
                .findFirst()
                .filter(first ->
                        refused.size() == sent && refused.values().stream().allMatch(Refusal::isOfTheServer));
    }

    private void judge(List<UsageRecord> records, List<RowAnswer> rows) {
        for (int i = 0; i < records.size(); i++) {
            if (rows.get(i) instanceof RowAnswer.Refused refusal) {
                refused.put(records.get(i), RefusalReading.read(refusal.errors()));
            } else if (rows.get(i) instanceof RowAnswer.Accepted accepted) {
                verdicts.put(records.get(i).entryId(), new Verdict.Accepted(accepted.salesforceId()));
            }
        }
        refused.forEach((record, refusal) -> {
            if (isItsOwn(refusal, records.size())) {
                judge(record, refusal);
            } else {
                again.add(record);
            }
        });
    }

    private boolean isItsOwn(Refusal refusal, int sent) {
        return switch (refusal.company()) {
            case ANY -> true;
            case ITS_CONTRACT -> Narrowing.isOneContract(alike(refusal));
            case NOBODY_ALIKE -> alike(refusal).size() == 1;
            case NOBODY -> sent == 1;
        };
    }

    private List<UsageRecord> alike(Refusal refusal) {
        return refused.entrySet().stream()
                .filter(other -> other.getValue().code().equals(refusal.code()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void judge(UsageRecord record, Refusal refusal) {
        Verdict verdict = refusal.verdict(record.attempts(), retryPolicy);
        if (verdict instanceof Verdict.NotNow notNow) {
            pause = pause.or(() -> Optional.of(new PauseReason(notNow.code(), notNow.sentence())));
        } else {
            verdicts.put(record.entryId(), verdict);
        }
    }
}
