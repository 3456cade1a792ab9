package dev.tailback.hub.intents;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Says of each record which fields should hold other values than they do, in the caller's transaction. A record that holds
 * everything is left alone: that is why writing stops after the last edit.
 */
@Singleton
public class PlanWrites {

    private final IntentRows rows;
    private final HeldFields held;
    private final Records records;
    private final Connections connections;

    PlanWrites(IntentRows rows, HeldFields held, Records records, Connections connections) {
        this.rows = rows;
        this.held = held;
        this.records = records;
        this.connections = connections;
    }

    /** @param agreed values by attribute; empty text empties a field */
    public void plan(UUID golden, Map<String, String> agreed) {
        records.of(golden).stream().filter(KnownRecord::isPresent).forEach(record -> plan(golden, record, agreed));
    }

    private void plan(UUID golden, KnownRecord record, Map<String, String> agreed) {
        Map<String, HeldField> holds = held.of(record);
        Map<String, String> wanted = new TreeMap<>();
        connections
                .object(record.crm(), record.object())
                .writable()
                .forEach((attribute, field) -> Optional.ofNullable(holds.get(field))
                        .flatMap(held -> wanted(held, Optional.ofNullable(agreed.get(attribute))))
                        .ifPresent(value -> wanted.put(field, value)));
        want(golden, record, wanted, rows.ofRecord(record.id()));
    }

    /** Where nothing is agreed, what people put there stays; what we put there, for another golden record, goes. */
    private static Optional<String> wanted(HeldField held, Optional<String> agreed) {
        Optional<String> value = agreed.or(() -> held.isOurs() ? Optional.of("") : Optional.empty());
        return value.filter(wanted -> !held.isRefused() && !held.holds(wanted));
    }

    private void want(UUID golden, KnownRecord record, Map<String, String> wanted, Optional<Intent> before) {
        boolean isOpen =
                before.filter(intent -> intent.state() == Intent.State.OPEN).isPresent();
        if (wanted.isEmpty()) {
            before.filter(intent -> isOpen).ifPresent(intent -> rows.held(intent.id(), intent.version()));
        } else if (isOpen && before.get().values().equals(wanted)) {
            rows.dueNow(before.get().id());
        } else if (before.filter(intent -> intent.isSettledWith(wanted)).isEmpty()) {
            rows.want(UUID.randomUUID(), record.id(), golden, TextMap.json(wanted));
        }
    }
}
