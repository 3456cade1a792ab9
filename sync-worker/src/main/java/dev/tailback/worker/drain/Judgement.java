package dev.tailback.worker.drain;

import dev.tailback.queue.Settlement;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.breaker.PauseReason;
import dev.tailback.worker.verdict.ErrorKind;
import dev.tailback.worker.verdict.Refusal;
import dev.tailback.worker.verdict.RefusalReading;
import dev.tailback.worker.verdict.RetryPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads Salesforce's answers to the records of one call, row by row. An error that several records share is not taken
 * for any record's own: these records go again in smaller calls, and only a refusal in a smaller call is judged.
 */
final class Judgement {
    private final RetryPolicy retryPolicy;
    private final Map<UUID, Settlement> settlements = new LinkedHashMap<>();
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

    Map<UUID, Settlement> settlements() {
        return settlements;
    }

    /** What goes again, in this order. After a rule of a parent row, one by one: the first that fit are saved. */
    List<List<UsageRecord>> smaller() {
        if (again.size() < 2) {
            return again.stream().map(List::of).toList();
        }
        boolean byRule = again.stream().allMatch(this::isRefusedByRule);
        return byRule && Narrowing.isOneContract(again)
                ? again.stream().map(List::of).toList()
                : Narrowing.halves(again);
    }

    private boolean isRefusedByRule(UsageRecord record) {
        Refusal refusal = refused.get(record);
        return refusal != null && refusal.kind() == ErrorKind.RULE;
    }

    Optional<PauseReason> pause() {
        return pause;
    }

    /**
     * Present when no record was saved and every row names an error of Salesforce itself: an outage, reported row by
     * row.
     */
    Optional<Refusal> ofTheServerForAll(int sent) {
        return refused.values().stream()
                .findFirst()
                .filter(first ->
                        refused.size() == sent && refused.values().stream().allMatch(Refusal::isOfTheServer));
    }

    private void judge(List<UsageRecord> records, List<RowAnswer> rows) {
        for (int i = 0; i < records.size(); i++) {
            read(records.get(i), rows.get(i));
        }
        refused.forEach((record, refusal) -> {
            if (isItsOwn(refusal, records.size())) {
                refusal.verdict(record, retryPolicy)
                        .tell(settlement -> settlements.put(record.entryId(), settlement), this::pauseFor);
            } else {
                again.add(record);
            }
        });
    }

    private void read(UsageRecord record, RowAnswer row) {
        Optional<Refusal> refusal =
                row.fold(accepted -> saved(record, accepted), no -> Optional.of(RefusalReading.read(no.errors())));
        refusal.ifPresent(it -> refused.put(record, it));
    }

    private Optional<Refusal> saved(UsageRecord record, RowAnswer.Accepted accepted) {
        settlements.put(record.entryId(), record.accepted(accepted.salesforceId()));
        return Optional.empty();
    }

    private void pauseFor(PauseReason reason) {
        pause = pause.or(() -> Optional.of(reason));
    }

    private boolean isItsOwn(Refusal refusal, int sent) {
        return switch (refusal.isolation()) {
            case NONE -> true;
            case OWN_CONTRACT -> Narrowing.isOneContract(withSameCode(refusal));
            case OWN_CODE -> withSameCode(refusal).size() == 1;
            case ALONE -> sent == 1;
        };
    }

    private List<UsageRecord> withSameCode(Refusal refusal) {
        return refused.entrySet().stream()
                .filter(other -> other.getValue().code().equals(refusal.code()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
