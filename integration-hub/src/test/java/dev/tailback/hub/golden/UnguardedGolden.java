package dev.tailback.hub.golden;

import dev.tailback.hub.creations.PlanRecords;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.facts.AbsorbRecords;
import dev.tailback.hub.simulation.SimulatedHub;

/** Considers golden records with facts that are made in another way. */
public final class UnguardedGolden {

    private UnguardedGolden() {}

    public static ConsiderGolden with(SimulatedHub hub, AbsorbRecords absorb) {
        return new ConsiderGolden(
                hub.bean(Transactions.class),
                hub.bean(GoldenRows.class),
                absorb,
                hub.bean(DecideValues.class),
                hub.bean(PlanRecords.class));
    }
}
