package dev.tailback.hub.dossier;

import dev.tailback.hub.creations.Absence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A golden record as people see it.
 *
 * @param mergedInto the one that it became
 * @param erasedAt since when its values are gone
 * @param values by attribute, in the order of the attributes' names
 * @param absent the CRMs that have no record of it, and why; none once it has become another one, or is erased
 */
public record GoldenView(
        UUID id,
        String entity,
        Instant createdAt,
        Optional<UUID> mergedInto,
        Optional<Instant> erasedAt,
        List<AgreedValue> values,
        List<Absence> absent) {

    public GoldenView {
        values = List.copyOf(values);
        absent = List.copyOf(absent);
    }

    static GoldenView of(GoldenRow row, List<AgreedValue> values, List<Absence> absent) {
        return new GoldenView(
                row.id(),
                row.entity(),
                row.createdAt(),
                Optional.ofNullable(row.mergedInto()),
                Optional.ofNullable(row.erasedAt()),
                values,
                absent);
    }
}
