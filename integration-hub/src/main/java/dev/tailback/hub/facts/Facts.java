package dev.tailback.hub.facts;

import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What people say in the CRMs. */
@Singleton
public class Facts {

    private final FactRows rows;

    Facts(FactRows rows) {
        this.rows = rows;
    }

    /** Of all records that stand for it, also of those that are gone. */
    public List<Fact> of(UUID golden) {
        return rows.ofGolden(golden).stream().map(FactRow::fact).toList();
    }

    public List<Fact> of(KnownRecord record) {
        return rows.ofRecord(record.id()).stream().map(FactRow::fact).toList();
    }
}
