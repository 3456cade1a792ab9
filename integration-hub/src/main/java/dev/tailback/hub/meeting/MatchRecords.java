package dev.tailback.hub.meeting;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.quality.RecordQuality;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    MatchRecord of(KnownRecord record) {
        Map<String, String> values = new HashMap<>();
        List<Fact> said = facts.of(record);
        said.forEach(fact -> fact.held().text().ifPresent(value -> values.put(fact.attribute(), value)));
        if (said.isEmpty()) {
            values.putAll(given(record));
        }
        return new MatchRecord(new Source(record.crm(), record.recordId()), withWhatFollows(record, values));
    }

    /** In a record that the hub created people may have said nothing yet: then it is known by what we put there. */
    private Map<String, String> given(KnownRecord record) {
        Map<String, String> given = new HashMap<>();
        connections
                .of(record.crm())
                .flatMap(connection -> connection.object(record.object()))
                .ifPresent(mapped -> held.of(record)
                        .values()
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
        return new Group(
                golden.toString(),
                records.of(golden).stream()
                        .filter(KnownRecord::isPresent)
                        .map(this::of)
                        .toList());
    }
}
