package dev.tailback.hub.facts;

import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.entity.Times;
import dev.tailback.hub.mappings.CrmMapping;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * @param sourceId of its record
 * @param goldenId null while its record stands for nothing
 * @param field in which it was said
 * @param told by the CRM's clock; null where it does not tell the time of this very field
 */
@MappedEntity("fact")
record FactRow(
        long sourceId,
        @Nullable UUID goldenId,
        String crm,
        String object,
        String field,
        String recordId,
        String attribute,
        String value,
        boolean isEmptied,
        Instant earliest,
        Instant latest,
        @Nullable Instant told) {

    /** Of a fact that was read by its golden record. */
    UUID golden() {
        return Objects.requireNonNull(goldenId);
    }

    /** @param inForce by CRM; of one whose mapping is not kept here everything counts */
    boolean counts(Map<String, CrmMapping> inForce) {
        return Optional.ofNullable(inForce.get(crm))
                .map(mapping ->
                        mapping.field(object, attribute).filter(field::equals).isPresent())
                .orElse(true);
    }

    Stated stated() {
        return new Stated(attribute, field);
    }

    Fact fact() {
        Held held = isEmptied ? Held.emptied() : Held.value(value);
        Times times = told == null ? Times.between(earliest, latest) : Times.told(told, earliest, latest);
        return new Fact(new Source(crm, recordId), attribute, held, times);
    }
}
