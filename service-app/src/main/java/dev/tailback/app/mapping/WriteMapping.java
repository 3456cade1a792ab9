package dev.tailback.app.mapping;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.mapping.change.Difference;
import dev.tailback.mapping.change.MappingChange;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes the next version of the mapping, with the record of who did it, in one transaction. */
@Singleton
class WriteMapping {

    private static final int COUNTED = 10_000;

    private final ActiveMapping active;
    private final MappingRows rows;
    private final Operations operations;
    private final Ledger ledger;
    private final Clock clock;

    WriteMapping(ActiveMapping active, MappingRows rows, Operations operations, Ledger ledger, Clock clock) {
        this.active = active;
        this.rows = rows;
        this.operations = operations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return its number
     * @throws dev.tailback.web.problems.Problem 412 {@code stale}, 409 {@code mapping_unchanged} or {@code
     *     usage_stays_behind}
     */
    long write(MappingOrder order) {
        return ledger.write(() -> {
            rows.lock();
            ActiveVersion before = active.read();
            order.match().require(before);
            requireChange(before, order);
            long version = before.version() + 1;
            rows.append(
                    version,
                    clock.instant(),
                    order.who(),
                    order.note(),
                    order.text().yaml(),
                    order.rolledBackTo().orElse(null));
            operations.record(order.who(), OperatorAction.MAPPED, order.note(), scope(version, order));
            return version;
        });
    }

    private void requireChange(ActiveVersion before, MappingOrder order) {
        if (before.yaml().equals(order.text().yaml())) {
            throw MappingProblems.unchanged(before);
        }
        List<Difference> moved =
                MappingChange.between(before.mapping(), order.text().mapping()).movesUsage();
        if (moved.isEmpty() || order.leavesReported()) {
            return;
        }
        long reported = rows.reported(COUNTED);
        if (reported > 0) {
            throw MappingProblems.staysBehind(moved, reported < COUNTED ? String.valueOf(reported) : COUNTED + "+");
        }
    }

    private static Scope scope(long version, MappingOrder order) {
        String words = "version " + version + " of the mapping"
                + order.rolledBackTo().map(to -> ", back to version " + to).orElse("");
        return new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words));
    }
}
