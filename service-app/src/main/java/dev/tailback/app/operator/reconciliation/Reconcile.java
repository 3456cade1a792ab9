package dev.tailback.app.operator.reconciliation;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares ledger and Salesforce, once. A run that fails leaves the last result as it was. */
@Singleton
class Reconcile {

    private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);

    private final CompareLedgers sides;
    private final RepairEntries repair;
    private final RunBook book;

    Reconcile(CompareLedgers sides, RepairEntries repair, RunBook book) {
        this.sides = sides;
        this.repair = repair;
        this.book = book;
    }

    /**
     * Takes the place of the one run there can be.
     *
     * @throws Problem 409 {@code reconcile_running}
     */
    long begin(ReconcileOrder order) {
        return book.begin(order)
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT,
                        "reconcile_running",
                        "Another reconciliation is running. GET /api/sync shows it; ask again when it has ended."));
    }

    /** @return whether it got to its end */
    boolean run(long id, ReconcileOrder order) {
        Tally tally = new Tally(order, repair, () -> book.seen(id));
        try {
            sides.compare(order.contractId(), tally);
            book.end(id, order, tally);
            LOG.info("Reconciliation {}: {}", id, told(tally));
            return true;
        } catch (SalesforceUnread unread) {
            book.fail(id, order, tally, unread.code(), unread.reason());
            LOG.warn(
                    "Reconciliation {} failed: Salesforce cannot be read ({}): {}", id, unread.code(), unread.reason());
            return false;
        } catch (RuntimeException failure) {
            LOG.error("Reconciliation {} failed", id, failure);
            book.fail(id, order, tally, "INTERNAL", "The service app failed; its log says how.");
            return false;
        }
    }

    private static String told(Tally tally) {
        StringBuilder told = new StringBuilder(tally.entries() + " entries and " + tally.held() + " rows compared");
        for (DifferenceKind kind : DifferenceKind.values()) {
            told.append(", ").append(kind.word()).append(' ').append(tally.count(kind));
        }
        return told.append(", repaired ").append(tally.repaired()).toString();
    }
}
