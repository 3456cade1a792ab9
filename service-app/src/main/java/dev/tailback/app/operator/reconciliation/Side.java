package dev.tailback.app.operator.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.salesforce.usage.HeldUsage;
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

    /** Whether both say the same, whatever the version. */
    boolean sameContent(Side other) {
        return contractId.equals(other.contractId) && sameUsage(other);
    }

    /**
     * Whether only the contract differs. Usage follows its contract product there, and nothing we could send changes
     * that.
     */
    boolean onlyOtherContract(Side other) {
        return !contractId.equals(other.contractId) && sameUsage(other);
    }

    private boolean sameUsage(Side other) {
        return contractProductId.equals(other.contractProductId)
                && units == other.units
                && cancelled == other.cancelled
                && adReference.equals(other.adReference);
    }
}
