package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.ledger.Fate;
import java.util.UUID;

/**
 * What the ledger says of an entry, as far as a comparison needs it.
 *
 * @param onItsWay the relay has to bring a newer version to Salesforce
 */
record LedgerEntry(
        UUID id,
        String contractId,
        String contractProductId,
        String adReference,
        long version,
        int units,
        boolean cancelled,
        long reportedVersion,
        int reportedUnits,
        boolean reportedCancelled,
        Fate fate,
        boolean onItsWay) {

    /** What Salesforce is to hold in the version it would hold with us. */
    Side expected() {
        return onItsWay() ? wanted() : Side.of(this);
    }

    /** What goes out, or would. */
    Side wanted() {
        return new Side(contractId, contractProductId, version, units, cancelled, adReference);
    }
}
