package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.Weight;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A change as the database keeps it. */
@MappedEntity("schema_change")
record SchemaChangeRow(@Id long id, long versionId, Weight weight, String object, String field, String sentence) {

    SchemaChange change() {
        return new SchemaChange(weight, object, field, sentence);
    }
}
