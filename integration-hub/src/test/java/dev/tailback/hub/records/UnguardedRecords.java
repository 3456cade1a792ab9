package dev.tailback.hub.records;

import dev.tailback.hub.simulation.Otherwise;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;

/** Records without one of the guards. */
public final class UnguardedRecords {

    private UnguardedRecords() {}

    /** Whoever locks them is not told when we wrote them, so that nothing seems to be older than that. */
    public static Records neverWritten(SimulatedHub hub) {
        return new Records(Otherwise.at(
                RecordRows.class,
                hub.bean(RecordRows.class),
                "lockOfGolden",
                records -> ((List<?>) records.get())
                        .stream()
                                .map(KnownRecord.class::cast)
                                .map(UnguardedRecords::unwritten)
                                .toList()));
    }

    private static KnownRecord unwritten(KnownRecord record) {
        return new KnownRecord(
                record.id(),
                record.crm(),
                record.object(),
                record.recordId(),
                record.entity(),
                record.goldenId(),
                record.standing(),
                record.mergedInto(),
                record.version(),
                null,
                record.busyUntil(),
                record.reread(),
                record.erasedAt());
    }
}
