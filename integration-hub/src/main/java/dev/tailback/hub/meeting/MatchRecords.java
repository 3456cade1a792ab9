package dev.tailback.hub.meeting;

import dev.tailback.hub.connections.ConnectedNow;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.quality.RecordQuality;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records with what people say in them, as matching compares them. */
@Singleton
class MatchRecords {

    private final Facts facts;
    private final Records records;
    private final Entities entities;
    private final HeldFields held;
    private final Connections connections;

    MatchRecords(Facts facts, Records records, Entities entities, HeldFields held, Connections connections) {
        this.facts = facts;
        this.records = records;
        this.entities = entities;
        this.held = held;
        this.connections = connections;
    }

    /** By the records' ids. */
    Map<Long, MatchRecord> of(List<KnownRecord> some) {
        Map<Long, List<Fact>> said = facts.ofRecords(some);
        Map<Long, Map<String, String>> given = given(
                some.stream().filter(record -> !said.containsKey(record.id())).toList());
        Map<Long, MatchRecord> all = new LinkedHashMap<>();
        some.forEach(record -> {
            Map<String, String> values = new HashMap<>(given.getOrDefault(record.id(), Map.of()));
            said.getOrDefault(record.id(), List.of())
                    .forEach(fact -> fact.held().text().ifPresent(value -> values.put(fact.attribute(), value)));
            all.put(
                    record.id(),
                    new MatchRecord(new Source(record.crm(), record.recordId()), withWhatFollows(record, values)));
        });
        return all;
    }

    /** In a record that the hub created people may have said nothing yet: then it is known by what we put there. */
    private Map<Long, Map<String, String>> given(List<KnownRecord> unsaid) {
        Map<Long, Map<String, HeldField>> holds = held.of(unsaid);
        Map<Long, Map<String, String>> given = new HashMap<>();
        if (!holds.isEmpty()) {
            Connections now = ConnectedNow.of(connections);
            unsaid.forEach(record ->
                    given.put(record.id(), given(now, record, holds.getOrDefault(record.id(), Map.of()))));
        }
        return given;
    }

    private static Map<String, String> given(Connections now, KnownRecord record, Map<String, HeldField> holds) {
        Map<String, String> given = new HashMap<>();
        now.of(record.crm())
                .flatMap(connection -> connection.object(record.object()))
                .ifPresent(mapped -> holds.values()
                        .forEach(field -> mapped.attribute(field.field())
                                .ifPresent(
                                        attribute -> field.given().ifPresent(value -> given.put(attribute, value)))));
        return given;
    }

    /** A domain follows from an e-mail address, a country from a phone number. */
    private Map<String, String> withWhatFollows(KnownRecord record, Map<String, String> values) {
        return entities.entity(record.entity())
                .map(entity -> new RecordQuality(entity).check(values).known())
                .orElse(values);
    }

    Group group(UUID golden) {
        return groups(List.of(golden)).getOrDefault(golden, new Group(golden.toString(), List.of()));
    }

    /** The members of golden records; one without members is not there. */
    Map<UUID, Group> groups(Collection<UUID> goldens) {
        List<KnownRecord> present =
                records.of(goldens).stream().filter(KnownRecord::isPresent).toList();
        Map<Long, MatchRecord> values = of(present);
        Map<UUID, List<MatchRecord>> members = new HashMap<>();
        present.forEach(record -> members.computeIfAbsent(record.golden().orElseThrow(), none -> new ArrayList<>())
                .add(values.get(record.id())));
        Map<UUID, Group> groups = new HashMap<>();
        members.forEach((golden, all) -> groups.put(golden, new Group(golden.toString(), all)));
        return groups;
    }

    /** What a record of a CRM stands for; nothing when it is erased. */
    Optional<UUID> golden(String entity, Source source) {
        return records.find(source.crm(), entity, source.record())
                .filter(other -> !other.isErased())
                .flatMap(KnownRecord::golden);
    }
}
