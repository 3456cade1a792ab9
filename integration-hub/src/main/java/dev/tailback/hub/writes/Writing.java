package dev.tailback.hub.writes;

import dev.tailback.crm.Write;
import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.facts.SentValues;
import dev.tailback.hub.intents.Intent;
import dev.tailback.hub.records.KnownRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One write on its way.
 *
 * @param held what the record holds as far as we know, by field
 * @param begun by the database's clock, before the CRM was called
 */
record Writing(Intent intent, KnownRecord record, Map<String, HeldField> held, Instant begun) {

    SentValues sent() {
        return new SentValues(record, intent.values());
    }

    Write write() {
        Map<String, String> values = intent.values();
        Map<String, String> believed =
                values.keySet().stream().collect(Collectors.toMap(field -> field, this::believed));
        return new Write.Update(record.recordId(), values, believed, Optional.ofNullable(record.version()));
    }

    private String believed(String field) {
        return Optional.ofNullable(held.get(field)).map(HeldField::value).orElse("");
    }
}
