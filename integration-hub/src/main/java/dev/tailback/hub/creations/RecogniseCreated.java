package dev.tailback.hub.creations;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Knows records again that the hub created, by their keys, also when the answer of the CRM was lost. What was sent is
 * noted as sent before the record is heard: what it holds of that was said by nobody.
 */
@Singleton
public class RecogniseCreated {

    private final CreationRows rows;
    private final FindCreations find;
    private final HeldFields held;

    RecogniseCreated(CreationRows rows, FindCreations find, HeldFields held) {
        this.rows = rows;
        this.find = find;
        this.held = held;
    }

    /**
     * In the caller's transaction, before the records are heard, while nobody else merges or meets their like.
     *
     * @param records that stand for nothing yet
     * @return the golden record for which each was created; those that others made are not there
     */
    public Map<KnownRecord, UUID> goldens(List<KnownRecord> records) {
        Map<KnownRecord, Creation> found = find.of(records);
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> remains = remains(found.values());
        rows.lockGoldens(RowsJson.ids(remains.values()));
        Map<KnownRecord, UUID> goldens = new LinkedHashMap<>();
        found.forEach((record, creation) -> {
            created(creation, record);
            goldens.put(record, remains.getOrDefault(creation.goldenId(), creation.goldenId()));
        });
        return goldens;
    }

    private Map<UUID, UUID> remains(Collection<Creation> found) {
        List<UUID> goldens = found.stream().map(Creation::goldenId).distinct().toList();
        return rows.remainOf(RowsJson.ids(goldens)).stream()
                .collect(Collectors.toMap(SameGolden::sameId, SameGolden::goldenId));
    }

    private void created(Creation creation, KnownRecord record) {
        List<Map<String, String>> sent = new ArrayList<>(creation.sentValues());
        Collections.reverse(sent);
        sent.forEach(values -> held.sending(record, values));
        rows.created(creation.id(), record.id());
    }
}
