package dev.tailback.hub.creations;

import dev.tailback.hub.connections.ConnectedNow;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the creations from which records came: by what the CRM answered, or by the key that is in the record. */
@Singleton
class FindCreations {

    private final CreationRows rows;
    private final Connections connections;
    private final Observations observations;

    FindCreations(CreationRows rows, Connections connections, Observations observations) {
        this.rows = rows;
        this.connections = connections;
        this.observations = observations;
    }

    /** In their order; each creation is of one record. */
    Map<KnownRecord, Creation> of(List<KnownRecord> records) {
        Map<Long, Creation> answered = answered(records);
        Map<Long, List<UUID>> keys = keys(records);
        List<Creation> byKey = ofKeys(keys);
        Set<UUID> used = new HashSet<>();
        Map<KnownRecord, Creation> found = new LinkedHashMap<>();
        records.forEach(record -> Optional.ofNullable(answered.get(record.id()))
                .or(() -> keys.getOrDefault(record.id(), List.of()).stream()
                        .flatMap(key -> byKey.stream().filter(one -> one.isAwaited(key, record)))
                        .findFirst())
                .filter(creation -> used.add(creation.id()))
                .ifPresent(creation -> found.put(record, creation)));
        return found;
    }

    private Map<Long, Creation> answered(List<KnownRecord> records) {
        String[] ids = RowsJson.numbers(records.stream().map(KnownRecord::id).toList());
        return rows.createdAs(ids).stream()
                .collect(Collectors.toMap(
                        creation -> creation.source().orElseThrow(), Function.identity(), (one, other) -> one));
    }

    private List<Creation> ofKeys(Map<Long, List<UUID>> keys) {
        List<UUID> all = keys.values().stream().flatMap(List::stream).distinct().toList();
        return all.isEmpty() ? List.of() : rows.ofKeys(RowsJson.ids(all));
    }

    /** What is told of a record in the field that would hold its key. */
    private Map<Long, List<UUID>> keys(List<KnownRecord> records) {
        Map<KnownRecord, String> fields = keyFields(records);
        Map<Long, List<Observation>> told = observations.unabsorbed(fields.keySet());
        Map<Long, List<UUID>> keys = new HashMap<>();
        fields.forEach((record, field) -> keys.put(
                record.id(),
                told.getOrDefault(record.id(), List.of()).stream()
                        .flatMap(one -> Stream.ofNullable(one.values().get(field)))
                        .flatMap(FindCreations::id)
                        .toList()));
        return keys;
    }

    private Map<KnownRecord, String> keyFields(List<KnownRecord> records) {
        Connections now = ConnectedNow.of(connections);
        Map<KnownRecord, String> fields = new LinkedHashMap<>();
        records.forEach(record -> now.object(record.crm(), record.object())
                .creates()
                .map(Creates::key)
                .ifPresent(field -> fields.put(record, field)));
        return fields;
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException somethingElse) {
            return Stream.empty();
        }
    }
}
