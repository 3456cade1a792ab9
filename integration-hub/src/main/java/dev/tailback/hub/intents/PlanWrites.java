package dev.tailback.hub.intents;

import dev.tailback.hub.connections.ConnectedNow;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says of the records of a group of golden records which fields should hold other values than they do, in the caller's
 * transaction. A record that holds everything is left alone: that is why writing stops after the last edit.
 */
@Singleton
public class PlanWrites {

    private final KeepIntents keep;
    private final HeldFields held;
    private final Records records;
    private final Connections connections;
    private final Facts facts;

    PlanWrites(KeepIntents keep, HeldFields held, Records records, Connections connections, Facts facts) {
        this.keep = keep;
        this.held = held;
        this.facts = facts;
        this.records = records;
        this.connections = connections;
    }

    public void plan(List<Agreed> agreed) {
        Map<UUID, Agreed> byGolden = agreed.stream().collect(Collectors.toMap(Agreed::golden, Function.identity()));
        List<RecordPlan> plans = plans(byGolden);
        if (!plans.isEmpty()) {
            Map<Long, Map<String, String>> said = said(plans);
            keep.keep(plans.stream()
                    .map(plan -> new NewIntent(
                            plan.record(),
                            plan.record().golden().orElseThrow(),
                            plan.wanted(said.getOrDefault(plan.record().id(), Map.of()))))
                    .toList());
        }
    }

    private List<RecordPlan> plans(Map<UUID, Agreed> agreed) {
        List<KnownRecord> present = records.of(agreed.keySet()).stream()
                .filter(KnownRecord::isPresent)
                .toList();
        Connections now = ConnectedNow.of(connections);
        Map<Long, Map<String, HeldField>> holds = held.of(present);
        return present.stream()
                .map(record -> new RecordPlan(
                        record,
                        now.object(record.crm(), record.object()).writable(),
                        holds.getOrDefault(record.id(), Map.of()),
                        record.golden()
                                .flatMap(golden -> Optional.ofNullable(agreed.get(golden)))
                                .map(Agreed::values)
                                .orElseThrow()))
                .toList();
    }

    /** By their own people, where that counts. */
    private Map<Long, Map<String, String>> said(List<RecordPlan> plans) {
        List<KnownRecord> asked = plans.stream()
                .filter(RecordPlan::isOursUnagreed)
                .map(RecordPlan::record)
                .toList();
        Map<Long, Map<String, String>> said = new TreeMap<>();
        facts.ofRecords(asked).forEach((record, all) -> said.put(record, values(all)));
        return said;
    }

    private static Map<String, String> values(List<Fact> facts) {
        Map<String, String> said = new TreeMap<>();
        facts.forEach(fact -> fact.held().text().ifPresent(value -> said.put(fact.attribute(), value)));
        return said;
    }
}
