package dev.tailback.hub.golden;

import dev.tailback.hub.creations.PlanRecords;
import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.facts.AbsorbRecords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Considers golden records that are due: what was observed becomes facts, the rules decide over the facts, and each
 * record's intent says what it should hold from now on. One transaction for a group of them, all locked at once and
 * without waiting, and one statement for each table, however many they are; the same facts have the same decision, so a
 * repeat after a crash changes nothing.
 */
@Singleton
public class ConsiderGolden {

    /** What is known of so many is in memory at one time, and whoever waits for one of them waits for a moment only. */
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final GoldenRows rows;
    private final AbsorbRecords absorb;
    private final DecideValues decide;
    private final PlanRecords plan;

    ConsiderGolden(
            Transactions transactions, GoldenRows rows, AbsorbRecords absorb, DecideValues decide, PlanRecords plan) {
        this.transactions = transactions;
        this.rows = rows;
        this.absorb = absorb;
        this.decide = decide;
        this.plan = plan;
    }

    /** @return whether any was due */
    public boolean next() {
        return transactions.write(() -> {
            List<Golden> due = rows.lockDue(AT_ONCE);
            if (!due.isEmpty()) {
                consider(due);
            }
            return !due.isEmpty();
        });
    }

    private void consider(List<Golden> due) {
        List<UUID> ids = due.stream().map(Golden::id).toList();
        rows.considered(RowsJson.ids(ids));
        absorb.absorb(ids);
        plan.plan(decide.decide(due));
    }
}
