package dev.tailback.hub.golden;

import dev.tailback.hub.creations.PlanRecords;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.facts.AbsorbRecords;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Considers one golden record that is due: what was observed becomes facts, the rules decide over the facts, and each
 * record's intent says what it should hold from now on. One transaction; the same facts have the same decision, so a repeat
 * after a crash changes nothing.
 */
@Singleton
public class ConsiderGolden {

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

    /** @return whether one was due */
    public boolean next() {
        return transactions.write(() -> {
            Optional<Golden> due = rows.lockDue();
            due.ifPresent(this::consider);
            return due.isPresent();
        });
    }

    private void consider(Golden golden) {
        rows.considered(golden.id());
        absorb.absorb(golden.id());
        plan.plan(golden.id(), golden.entity(), decide.decide(golden));
    }
}
