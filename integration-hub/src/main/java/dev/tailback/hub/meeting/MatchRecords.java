package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.MatchRecord;
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

    MatchRecords(Facts facts, Records records) {
        this.facts = facts;
        this.records = records;
    }

    MatchRecord of(KnownRecord record) {
        Map<String, String> values = new HashMap<>();
        facts.of(record).forEach(fact -> fact.held().text().ifPresent(value -> values.put(fact.attribute(), value)));
        return new MatchRecord(new Source(record.crm(), record.recordId()), values);
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
