package dev.tailback.hub.facts;

import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.entity.Times;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** @param told by the CRM's clock; null where it does not tell the time of this very field */
@MappedEntity("fact")
record FactRow(
        String crm,
        String recordId,
        String attribute,
        String value,
        boolean isEmptied,
        Instant earliest,
        Instant latest,
        @Nullable Instant told) {

    Fact fact() {
        Held held = isEmptied ? Held.emptied() : Held.value(value);
        Times times = told == null ? Times.between(earliest, latest) : Times.told(told, earliest, latest);
        return new Fact(new Source(crm, recordId), attribute, held, times);
    }
}
