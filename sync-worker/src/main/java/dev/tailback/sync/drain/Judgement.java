package dev.tailback.sync.drain;

import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.RowAnswer;
import dev.tailback.sync.outage.Halt;
import dev.tailback.sync.verdict.Patience;
import dev.tailback.sync.verdict.Refusal;
import dev.tailback.sync.verdict.RefusalReading;
import dev.tailback.sync.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Salesforce's answers to the records of one call, read one by one. */
final class Judgement {
    private record Group(String contractId, Refusal refusal) {}

    private final Patience patience;
    private final Map<UUID, Verdict> verdicts = new LinkedHashMap<>();
    private final List<UsageRecord> alone = new ArrayList<>();
    private Optional<Halt> halt = Optional.empty();

    private Judgement(Patience patience) {
        this.patience = patience;
    }

    static Judgement of(Part part, List<RowAnswer> rows, Patience patience) {
        Judgement judgement = new Judgement(patience);
        judgement.judge(part.records(), rows);
        return judgement;
    }

    Map<UUID, Verdict> verdicts() {
        return verdicts;
    }

    /** Refused together by a rule of a row above them: those of them that fit get in when each goes alone, in this order. */
    List<UsageRecord> alone() {
        return alone;
    }

    Optional<Halt> halt() {
        return halt;
    }

    private void judge(List<UsageRecord> records, List<RowAnswer> rows) {
        Map<UsageRecord, Refusal> refused = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (rows.get(i) instanceof RowAnswer.Refused refusal) {
                refused.put(records.get(i), RefusalReading.read(refusal.errors()));
            } else if (rows.get(i) instanceof RowAnswer.Accepted accepted) {
                verdicts.put(records.get(i).entryId(), new Verdict.Accepted(accepted.salesforceId()));
            }
        }
        Map<Group, Integer> groups = groups(refused);
        refused.forEach((record, refusal) -> judge(record, refusal, groups));
    }

    private void judge(UsageRecord record, Refusal refusal, Map<Group, Integer> groups) {
        if (groups.getOrDefault(new Group(record.contractId(), refusal), 0) > 1) {
            alone.add(record);
            return;
        }
        Verdict verdict = refusal.verdict(record.attempts(), patience);
        if (verdict instanceof Verdict.NotNow notNow) {
            halt = halt.or(() -> Optional.of(new Halt(notNow.code(), notNow.sentence())));
        } else {
            verdicts.put(record.entryId(), verdict);
        }
    }

    private static Map<Group, Integer> groups(Map<UsageRecord, Refusal> refused) {
        Map<Group, Integer> groups = new HashMap<>();
        refused.forEach((record, refusal) -> {
            if (RefusalReading.mayBeTheParents(refusal)) {
                groups.merge(new Group(record.contractId(), refusal), 1, Integer::sum);
            }
        });
        return groups;
    }
}
