package dev.tailback.hub.creations;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Knows a record again that the hub created, by its key, also when the answer of the CRM was lost. What was sent is
 * noted as sent before the record is heard: what it holds of that was said by nobody.
 */
@Singleton
public class RecogniseCreated {

    private final CreationRows rows;
    private final Connections connections;
    private final Observations observations;
    private final HeldFields held;

    RecogniseCreated(CreationRows rows, Connections connections, Observations observations, HeldFields held) {
        this.rows = rows;
        this.connections = connections;
        this.observations = observations;
        this.held = held;
    }

    /**
     * In the caller's transaction, before the record is heard, while nobody else merges or meets its like.
     *
     * @param record that stands for nothing yet
     * @return the golden record for which it was created; empty for a record that others made
     */
    public Optional<UUID> golden(KnownRecord record) {
        Optional<Creation> creation = rows.ofRecord(record.id())
                .filter(known -> known.state() == Creation.State.CREATED)
                .or(() ->
                        keys(record).flatMap(key -> ofKey(key, record).stream()).findFirst());
        Optional<UUID> golden = creation.map(created -> rows.remains(created.goldenId()));
        golden.ifPresent(rows::lockGolden);
        creation.ifPresent(created -> created(created, record));
        return golden;
    }

    private Optional<Creation> ofKey(UUID key, KnownRecord record) {
        return rows.ofKey(key, record.crm(), record.object())
                .filter(creation ->
                        creation.state() != Creation.State.CREATED && creation.state() != Creation.State.ERASED);
    }

    private Stream<UUID> keys(KnownRecord record) {
        Optional<String> field =
                connections.object(record.crm(), record.object()).creates().map(Creates::key);
        return field.stream()
                .flatMap(name -> observations.unabsorbed(record).stream()
                        .flatMap(told -> Stream.ofNullable(told.values().get(name))))
                .flatMap(RecogniseCreated::id);
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException somethingElse) {
            return Stream.empty();
        }
    }

    private void created(Creation creation, KnownRecord record) {
        List<Map<String, String>> sent = new ArrayList<>(creation.sentValues());
        Collections.reverse(sent);
        sent.forEach(values -> held.sending(record, values));
        rows.created(creation.id(), record.id());
    }
}
