package dev.tailback.hub.observations;

import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.HubDied;
import dev.tailback.hub.simulation.Otherwise;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Reads changes in a hub that dies often, just when the cursor has moved. */
public final class UnguardedReading {

    private static final int ONE_IN = 2;

    private UnguardedReading() {}

    /** As the program does it: what was read and the cursor are kept together. */
    public static ReadChanges dying(SimulatedHub hub, Random random) {
        return reading(hub, dying(hub.bean(ObservationRows.class), random));
    }

    /** The cursor is kept at once, in a transaction of its own, as another thread has one. */
    public static ReadChanges dyingWithTheCursorFirst(SimulatedHub hub, Random random) {
        ObservationRows first = Otherwise.at(
                ObservationRows.class,
                hub.bean(ObservationRows.class),
                "moveCursor",
                move -> CompletableFuture.supplyAsync(move).join());
        return reading(hub, dying(first, random));
    }

    private static ObservationRows dying(ObservationRows rows, Random random) {
        return Otherwise.at(ObservationRows.class, rows, "moveCursor", move -> {
            Object moved = move.get();
            if (random.nextInt(ONE_IN) == 0) {
                throw new HubDied("The cursor has moved.");
            }
            return moved;
        });
    }

    private static ReadChanges reading(SimulatedHub hub, ObservationRows rows) {
        return new ReadChanges(
                hub.bean(Transactions.class),
                hub.bean(Records.class),
                hub.bean(Observations.class),
                rows,
                hub.bean(Connections.class));
    }

    /** Each answer counts as if the CRM had been asked when it arrived. */
    public static Observations asIfAskedLate(SimulatedHub hub) {
        return new Observations(Otherwise.at(
                ObservationRows.class,
                hub.bean(ObservationRows.class),
                "unabsorbed",
                unabsorbed -> ((List<?>) unabsorbed.get())
                        .stream()
                                .map(Observation.class::cast)
                                .map(UnguardedReading::askedLate)
                                .toList()));
    }

    private static Observation askedLate(Observation told) {
        return new Observation(
                told.id(),
                told.sourceId(),
                told.kind(),
                told.origin(),
                told.fieldValues(),
                told.valueTimes(),
                told.version(),
                told.changedAt(),
                told.seenAt(),
                told.seenAfter(),
                told.seenAt());
    }
}
