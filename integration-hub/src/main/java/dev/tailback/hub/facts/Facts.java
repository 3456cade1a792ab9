package dev.tailback.hub.facts;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingsInForce;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people say in the CRMs. A fact counts as long as its field stands for its attribute: what was said in a field
 * that is mapped no longer, or to another attribute, is kept and counts again when the mapping is put back.
 */
@Singleton
public class Facts {

    private final FactRows rows;
    private final MappingsInForce mappings;

    Facts(FactRows rows, MappingsInForce mappings) {
        this.rows = rows;
        this.mappings = mappings;
    }

    /** Of all records that stand for it, also of those that are gone. */
    public List<Fact> of(UUID golden) {
        return of(List.of(golden)).getOrDefault(golden, List.of());
    }

    /** By golden record. */
    public Map<UUID, List<Fact>> of(Collection<UUID> goldens) {
        Map<String, CrmMapping> inForce = mappings.all();
        return rows.ofGoldens(RowsJson.ids(goldens)).stream()
                .filter(row -> row.counts(inForce))
                .collect(
                        Collectors.groupingBy(FactRow::golden, Collectors.mapping(FactRow::fact, Collectors.toList())));
    }

    public List<Fact> of(KnownRecord record) {
        return ofRecords(List.of(record)).getOrDefault(record.id(), List.of());
    }

    /** By the records' ids; a record in which nothing is said is not there. */
    public Map<Long, List<Fact>> ofRecords(Collection<KnownRecord> records) {
        List<Long> ids = records.stream().map(KnownRecord::id).toList();
        Map<String, CrmMapping> inForce = ids.isEmpty() ? Map.of() : mappings.all();
        return ids.isEmpty()
                ? Map.of()
                : rows.ofRecords(RowsJson.numbers(ids)).stream()
                        .filter(row -> row.counts(inForce))
                        .collect(Collectors.groupingBy(
                                FactRow::sourceId, Collectors.mapping(FactRow::fact, Collectors.toList())));
    }
}
