package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.ledger.Fate;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * What the ledger says of an entry, as far as a comparison needs it: two readings are equal when nothing of that moved.
 *
 * @param open the relay has to bring a newer version to Salesforce
 */
@MappedEntity("shown_entry")
record LedgerEntry(
        @Id UUID id,
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
        boolean open) {

    /** What Salesforce is to hold in the version it would hold with us. */
    Side expected() {
        return open() ? wanted() : Side.of(this);
    }

    /** What goes out, or would. */
    Side wanted() {
        return new Side(contractId, contractProductId, version, units, cancelled, adReference);
    }
}
