package dev.tailback.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.salesforce.HeldUsage;
import io.micronaut.serde.annotation.Serdeable;

/** What one side says of an entry. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Side(
        String contractId, String contractProductId, long version, int units, boolean cancelled, String adReference) {

    static Side of(LedgerEntry entry) {
        return new Side(
                entry.contractId(),
                entry.contractProductId(),
                entry.reportedVersion(),
                entry.reportedUnits(),
                entry.reportedCancelled(),
                entry.adReference());
    }

    static Side of(HeldUsage held) {
        return new Side(
                held.contractId(),
                held.contractProductId(),
                held.version(),
                held.units(),
                held.cancelled(),
                held.adReference());
    }

    /** Whether both say the same; the contract is the contract product's business. */
    boolean sameContent(Side other) {
        return contractProductId.equals(other.contractProductId)
                && units == other.units
                && cancelled == other.cancelled
                && adReference.equals(other.adReference);
    }
}
