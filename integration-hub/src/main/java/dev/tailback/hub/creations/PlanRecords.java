package dev.tailback.hub.creations;

import dev.tailback.hub.intents.Agreed;
import dev.tailback.hub.intents.PlanWrites;
import jakarta.inject.Singleton;
import java.util.List;

/** Says of each CRM what it should hold of a group of golden records, in the caller's transaction. */
@Singleton
public class PlanRecords {

    private final PlanWrites writes;
    private final PlanCreations creations;

    PlanRecords(PlanWrites writes, PlanCreations creations) {
        this.writes = writes;
        this.creations = creations;
    }

    public void plan(List<Agreed> agreed) {
        writes.plan(agreed);
        creations.plan(agreed);
    }
}
