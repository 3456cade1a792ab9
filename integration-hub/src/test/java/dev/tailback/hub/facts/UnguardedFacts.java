package dev.tailback.hub.facts;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Otherwise;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;

/** Makes facts without one of the guards. */
public final class UnguardedFacts {

    private UnguardedFacts() {}

    /** What we wrote ourselves is taken for news: nothing that was sent is remembered. */
    public static AbsorbRecords withoutEchoes(SimulatedHub hub) {
        FactRows forgetful = Otherwise.at(
                FactRows.class,
                hub.bean(FactRows.class),
                "held",
                held -> ((List<?>) held.get())
                        .stream()
                                .map(HeldField.class::cast)
                                .map(UnguardedFacts::unsent)
                                .toList());
        return absorb(hub, hub.bean(Records.class), forgetful);
    }

    private static HeldField unsent(HeldField held) {
        return new HeldField(held.sourceId(), held.field(), held.value(), held.ours(), "[]", held.refusedBy());
    }

    /** @param records that may not tell when we wrote */
    public static AbsorbRecords with(SimulatedHub hub, Records records) {
        return absorb(hub, records, hub.bean(FactRows.class));
    }

    private static AbsorbRecords absorb(SimulatedHub hub, Records records, FactRows rows) {
        AbsorbObservations observed = new AbsorbObservations(
                hub.bean(Observations.class), records, rows, new HeldFields(rows), hub.bean(CheckValues.class));
        return new AbsorbRecords(records, observed, hub.bean(Connections.class), hub.bean(RecordWords.class));
    }
}
