package dev.tailback.hub.observations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Change;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.database.TimeText;
import dev.tailback.hub.records.KnownRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be written down of a record.
 *
 * @param askedAt when the CRM was asked, by the database's clock
 * @param seenAfter when it was asked the time before
 */
record NewObservation(KnownRecord record, Change change, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {

    void write(ObjectNode row) {
        row.put("source_id", record.id())
                .put("kind", Observation.kind(change).name())
                .put("origin", origin.name())
                .put("asked_at", TimeText.of(askedAt));
        change.<Runnable>fold(
                        changed -> () -> write(row, changed.record()),
                        deleted -> () -> writeEnd(row, Map.of(), deleted.at()),
                        merged -> () -> writeEnd(row, Map.of("", merged.into()), merged.at()))
                .run();
    }

    private void write(ObjectNode row, SourceRecord told) {
        row.put("field_values", TextMap.json(told.values()))
                .put("value_times", TextMap.timesJson(told.valueTimes()))
                .put("version", told.version().orElse(null))
                .put("changed_at", TimeText.of(told.changedAt()))
                .put("seen_after", seenAfter.map(TimeText::of).orElse(null));
    }

    private static void writeEnd(ObjectNode row, Map<String, String> values, Instant at) {
        row.put("field_values", TextMap.json(values))
                .put("value_times", TextMap.json(Map.of()))
                .put("changed_at", TimeText.of(at));
    }
}
