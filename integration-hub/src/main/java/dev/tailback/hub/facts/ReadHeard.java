package dev.tailback.hub.facts;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what was told of records and is not used yet, and what is known of them. */
@Singleton
class ReadHeard {

    private final Observations observations;
    private final FactRows rows;
    private final HeldFields held;

    ReadHeard(Observations observations, FactRows rows, HeldFields held) {
        this.observations = observations;
        this.rows = rows;
        this.held = held;
    }

    /** In their order; one of which nothing was told is not there. */
    List<HeardRecord> of(List<KnownRecord> records) {
        Map<Long, List<Observation>> told = observations.unabsorbed(records);
        return told.isEmpty()
                ? List.of()
                : of(
                        records.stream()
                                .filter(record -> told.containsKey(record.id()))
                                .toList(),
                        told);
    }

    private List<HeardRecord> of(List<KnownRecord> records, Map<Long, List<Observation>> told) {
        Map<Long, Map<String, HeldField>> holds = held.of(records);
        Map<Long, Map<Stated, String>> said = said(records);
        return records.stream()
                .map(record -> new HeardRecord(
                        record,
                        told.getOrDefault(record.id(), List.of()),
                        holds.getOrDefault(record.id(), Map.of()),
                        said.getOrDefault(record.id(), Map.of())))
                .toList();
    }

    private Map<Long, Map<Stated, String>> said(List<KnownRecord> records) {
        String[] ids = RowsJson.numbers(records.stream().map(KnownRecord::id).toList());
        return rows.ofRecords(ids).stream()
                .collect(Collectors.groupingBy(
                        FactRow::sourceId,
                        Collectors.toMap(
                                FactRow::stated, row -> row.fact().held().text().orElse(""))));
    }
}
