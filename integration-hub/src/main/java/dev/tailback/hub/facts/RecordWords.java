package dev.tailback.hub.facts;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the words by which people find records, in the caller's transaction. */
@Singleton
class RecordWords {

    private static final int MOST_WORDS = 100;

    private final FactRows rows;
    private final Entities entities;

    RecordWords(FactRows rows, Entities entities) {
        this.rows = rows;
        this.entities = entities;
    }

    void keep(List<HeardRecord> heard) {
        rows.words(RowsJson.of(
                heard, (one, row) -> row.put("source_id", one.record().id()).put("words", words(one))));
    }

    private String words(HeardRecord heard) {
        return heard.said().entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .flatMap(fact -> words(heard.record(), fact.getKey().attribute(), fact.getValue()))
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" "));
    }

    private Stream<String> words(KnownRecord record, String name, String value) {
        return entities.entity(record.entity()).flatMap(entity -> entity.attribute(name)).stream()
                .filter(SearchWords::isFoundBy)
                .flatMap(attribute -> SearchWords.of(attribute.kind(), value).stream());
    }
}
