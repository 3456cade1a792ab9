package dev.tailback.hub.observations;

import dev.tailback.crm.Change;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.database.TextMap;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What a CRM said of one record.
 *
 * @param changedAt by the CRM's clock
 * @param askedAt before the CRM was asked, by the database's clock
 * @param seenAfter when the object had been asked for the time before; null at the first time
 * @param seenAt when it was written down, by the database's clock
 */
@MappedEntity("observation")
public record Observation(
        @Id long id,
        long sourceId,
        Kind kind,
        Origin origin,
        String fieldValues,
        String valueTimes,
        @Nullable String version,
        Instant changedAt,
        Instant askedAt,
        @Nullable Instant seenAfter,
        Instant seenAt) {

    enum Kind {
        CHANGED,
        DELETED,
        MERGED
    }

    /** As the CRM stores them; of a merged record, the record that remains stands under an empty name. */
    public Map<String, String> values() {
        return TextMap.texts(fieldValues);
    }

    /** When a field got its value by the CRM's clock: of the field itself where the CRM tells it, else of the record. */
    public Instant setAt(String field) {
        return TextMap.times(valueTimes).getOrDefault(field, changedAt);
    }

    /** PostgreSQL keeps microseconds. */
    boolean tellsTheSame(SourceRecord record) {
        return isChange()
                && changedAt
                        .truncatedTo(ChronoUnit.MICROS)
                        .equals(record.changedAt().truncatedTo(ChronoUnit.MICROS))
                && Optional.ofNullable(version).equals(record.version())
                && values().equals(record.values());
    }

    public boolean isChange() {
        return kind == Kind.CHANGED;
    }

    public boolean isMerge() {
        return kind == Kind.MERGED;
    }

    public Optional<String> mergedInto() {
        return isMerge() ? Optional.ofNullable(values().get("")) : Optional.empty();
    }

    static Kind kind(Change change) {
        return change.fold(changed -> Kind.CHANGED, deleted -> Kind.DELETED, merged -> Kind.MERGED);
    }
}
