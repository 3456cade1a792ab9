package dev.tailback.hub.golden;

import dev.tailback.hub.creations.PlanRecords;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.facts.AbsorbRecords;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Considers golden records that are due: what was observed becomes facts, the rules decide over the facts, and each
 * record's intent says what it should hold from now on. One transaction for a few of them, all locked at once and without
 * waiting; the same facts have the same decision, so a repeat after a crash changes nothing.
 */
@Singleton
public class ConsiderGolden {

    /** The disk is awaited once for all of them, and whoever waits for one of them waits for a moment only. */
    private static final int AT_ONCE = 20;

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
            due.forEach(this::consider);
            return !due.isEmpty();
        });
    }

    private void consider(Golden golden) {
        rows.considered(golden.id());
        absorb.absorb(golden.id());
        plan.plan(golden.id(), golden.entity(), decide.decide(golden));
    }
}
