package dev.tailback.hub.meeting;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Keeps the keys of records, so that later ones find them. */
@Singleton
class KeepKeys {

    private final KeyRows rows;

    KeepKeys(KeyRows rows) {
        this.rows = rows;
    }

    void keep(List<MetRecord> met) {
        String keys = RowsJson.of(
                met.stream()
                        .flatMap(one -> one.keys().stream()
                                .map(key -> Map.entry(one.record().id(), key)))
                        .toList(),
                (key, row) -> row.put("source_id", key.getKey()).put("key", key.getValue()));
        rows.forgetOthers(
                RowsJson.numbers(met.stream().map(one -> one.record().id()).toList()), keys);
        rows.keep(keys);
    }
}
