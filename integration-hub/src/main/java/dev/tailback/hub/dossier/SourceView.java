package dev.tailback.hub.dossier;

import dev.tailback.hub.records.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record of a CRM that stands for a golden record.
 *
 * @param seenAt when the CRM told of it last
 * @param erasedAt since when nothing is kept about it
 */
public record SourceView(
        String crm,
        String object,
        String recordId,
        Standing standing,
        Optional<Instant> seenAt,
        Optional<Instant> erasedAt,
        List<FieldView> fields) {

    public SourceView {
        fields = List.copyOf(fields);
    }
}
