package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.quality.RecordQuality;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Records with what people say in them, as matching compares them. */
@Singleton
class MatchRecords {

    private final Facts facts;
    private final Records records;
    private final Entities entities;

    MatchRecords(Facts facts, Records records, Entities entities) {
        this.facts = facts;
        this.records = records;
        this.entities = entities;
    }

    MatchRecord of(KnownRecord record) {
        Map<String, String> values = new HashMap<>();
        facts.of(record).forEach(fact -> fact.held().text().ifPresent(value -> values.put(fact.attribute(), value)));
        return new MatchRecord(new Source(record.crm(), record.recordId()), withWhatFollows(record, values));
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
