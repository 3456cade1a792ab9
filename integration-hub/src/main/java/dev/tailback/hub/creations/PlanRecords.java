package dev.tailback.hub.creations;

import dev.tailback.hub.intents.PlanWrites;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Says of each CRM what it should hold of a golden record, in the caller's transaction. */
@Singleton
public class PlanRecords {

    private final PlanWrites writes;
    private final PlanCreations creations;

    PlanRecords(PlanWrites writes, PlanCreations creations) {
        this.writes = writes;
        this.creations = creations;
    }

    /** @param agreed values by attribute; empty text where it is agreed to be empty */
    public void plan(UUID golden, String entity, Map<String, String> agreed) {
        writes.plan(golden, agreed);
        creations.plan(golden, entity, agreed);
    }
}
