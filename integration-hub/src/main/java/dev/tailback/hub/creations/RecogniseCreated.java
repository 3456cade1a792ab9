package dev.tailback.hub.creations;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.facts.SentValues;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
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
        found.forEach((record, creation) ->
                goldens.put(record, remains.getOrDefault(creation.goldenId(), creation.goldenId())));
        created(found);
        return goldens;
    }

    private Map<UUID, UUID> remains(Collection<Creation> found) {
        List<UUID> goldens = found.stream().map(Creation::goldenId).distinct().toList();
        return rows.remainOf(RowsJson.ids(goldens)).stream()
                .collect(Collectors.toMap(SameGolden::sameId, SameGolden::goldenId));
    }

    /** What was sent first is noted first; mostly there was one attempt. */
    private void created(Map<KnownRecord, Creation> found) {
        int most = found.values().stream()
                .mapToInt(creation -> creation.sentValues().size())
                .max()
                .orElse(0);
        for (int attempt = most - 1; attempt >= 0; attempt--) {
            int before = attempt;
            List<SentValues> sent = found.entrySet().stream()
                    .flatMap(one -> one.getValue().sentValues().stream()
                            .skip(before)
                            .limit(1)
                            .map(values -> new SentValues(one.getKey(), values)))
                    .toList();
            held.sending(sent, held.of(found.keySet()));
        }
        List<Recognised> all = found.entrySet().stream()
                .map(one -> new Recognised(one.getValue().id(), one.getKey().id()))
                .toList();
        rows.created(RowsJson.of(all, Recognised::write));
    }
}
