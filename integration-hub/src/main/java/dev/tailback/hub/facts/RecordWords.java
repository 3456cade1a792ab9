package dev.tailback.hub.facts;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the words by which people find a record, in the caller's transaction. */
@Singleton
class RecordWords {

    private static final int MOST_WORDS = 100;

    private final FactRows rows;
    private final Entities entities;

    RecordWords(FactRows rows, Entities entities) {
        this.rows = rows;
        this.entities = entities;
    }

    void keep(KnownRecord record) {
        List<Fact> facts =
                rows.ofRecord(record.id()).stream().map(FactRow::fact).toList();
        rows.words(
                record.id(),
                facts.stream()
                        .flatMap(fact -> words(record, fact))
                        .distinct()
                        .limit(MOST_WORDS)
                        .collect(Collectors.joining(" ")));
    }

    private Stream<String> words(KnownRecord record, Fact fact) {
        return attribute(record, fact)
                .filter(SearchWords::isFoundBy)
                .flatMap(attribute ->
                        fact.held().text().stream().flatMap(value -> SearchWords.of(attribute.kind(), value).stream()));
    }

    private Stream<Attribute> attribute(KnownRecord record, Fact fact) {
        return entities.entity(record.entity()).flatMap(entity -> entity.attribute(fact.attribute())).stream();
    }
}
