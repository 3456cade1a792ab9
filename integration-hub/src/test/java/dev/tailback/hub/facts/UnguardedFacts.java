package dev.tailback.hub.facts;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Otherwise;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;

/** Makes facts without one of the guards. */
public final class UnguardedFacts {

    private static final String SEEN_NOWHERE = "(seen nowhere)";

    private UnguardedFacts() {}

    /** Nothing is known for what we wrote ourselves: seeing it is news. */
    public static AbsorbRecords withoutEchoes(SimulatedHub hub) {
        FactRows forgetful = Otherwise.at(
                FactRows.class,
                hub.bean(FactRows.class),
                "held",
                held -> ((List<?>) held.get())
                        .stream()
                                .map(HeldField.class::cast)
                                .map(UnguardedFacts::forgotten)
                                .toList());
        return absorb(hub, hub.bean(Observations.class), forgetful);
    }

    /** @param observations as somebody else tells them */
    public static AbsorbRecords of(SimulatedHub hub, Observations observations) {
        return absorb(hub, observations, hub.bean(FactRows.class));
    }

    private static HeldField forgotten(HeldField held) {
        String value = held.isOurs() ? SEEN_NOWHERE : held.value();
        return new HeldField(held.sourceId(), held.field(), value, null, "[]", held.refusedBy(), held.notBefore());
    }

    private static AbsorbRecords absorb(SimulatedHub hub, Observations observations, FactRows rows) {
        Records records = hub.bean(Records.class);
        return new AbsorbRecords(
                records,
                hub.bean(Connections.class),
                new ReadHeard(observations, rows, new HeldFields(rows)),
                hub.bean(AbsorbObservations.class),
                new KeepHeard(records, observations, rows, hub.bean(RecordWords.class)));
    }
}
