package dev.tailback.hub.intents;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.facts.Facts;
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
 * Says of each record which fields should hold other values than they do, in the caller's transaction. A record that
 * holds everything is left alone: that is why writing stops after the last edit.
 */
@Singleton
public class PlanWrites {

    private final IntentRows rows;
    private final HeldFields held;
    private final Records records;
    private final Connections connections;
    private final Facts facts;

    PlanWrites(IntentRows rows, HeldFields held, Records records, Connections connections, Facts facts) {
        this.rows = rows;
        this.held = held;
        this.facts = facts;
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
        Map<String, String> fields =
                connections.object(record.crm(), record.object()).writable();
        Map<String, String> said = isOursUnagreed(fields, holds, agreed) ? said(record) : Map.of();
        fields.forEach((attribute, field) -> Optional.ofNullable(holds.get(field))
                .flatMap(held ->
                        wanted(held, Optional.ofNullable(agreed.get(attribute)), said.getOrDefault(attribute, "")))
                .ifPresent(value -> wanted.put(field, value)));
        want(golden, record, wanted, rows.ofRecord(record.id()));
    }

    /** Whether a field holds what we put there, and nothing is agreed about it any more. */
    private static boolean isOursUnagreed(
            Map<String, String> fields, Map<String, HeldField> holds, Map<String, String> agreed) {
        return fields.entrySet().stream()
                .filter(field -> !agreed.containsKey(field.getKey()))
                .anyMatch(field -> Optional.ofNullable(holds.get(field.getValue()))
                        .filter(HeldField::isOurs)
                        .isPresent());
    }

    private Map<String, String> said(KnownRecord record) {
        Map<String, String> said = new TreeMap<>();
        facts.of(record).forEach(fact -> fact.held().text().ifPresent(value -> said.put(fact.attribute(), value)));
        return said;
    }

    /**
     * Where nothing is agreed, what people put there stays; what we put there gives way to what its own people said
     * last.
     */
    private static Optional<String> wanted(HeldField held, Optional<String> agreed, String said) {
        Optional<String> value = agreed.or(() -> held.isOurs() ? Optional.of(said) : Optional.empty());
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
