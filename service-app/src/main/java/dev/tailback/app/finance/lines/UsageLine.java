package dev.tailback.app.finance.lines;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One line to invoice: an entry as ledger and Salesforce hold it.
 *
 * @param version the version that Salesforce holds
 * @param customerId Salesforce id of the account
 * @param units negative on a reversal
 * @param unitPrice as Salesforce holds it since the lock
 * @param amount units times price, rounded as {@link Money} says
 * @param currency ISO 4217
 * @param lockedAt when the contract was fulfilled; empty when Salesforce does not know the time
 * @param serviceDate the day the usage counts for
 * @param createdBy who booked the ad
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UsageLine(
        LineKind kind,
        UUID entryId,
        long version,
        String customerId,
        String customer,
        String contractId,
        String contractNumber,
        String contractProductId,
        String product,
        long units,
        BigDecimal unitPrice,
        BigDecimal amount,
        String currency,
        Optional<Instant> lockedAt,
        LocalDate serviceDate,
        String salesforceId,
        String createdBy,
        Instant createdAt,
        String adReference) {

    /** The same usage for another reason. */
    public UsageLine as(LineKind otherKind) {
        return with(otherKind, units, amount);
    }

    /** What takes this line back. */
    public UsageLine reversal() {
        return with(LineKind.REVERSAL, -units, amount.negate());
    }

    private UsageLine with(LineKind otherKind, long otherUnits, BigDecimal otherAmount) {
        return new UsageLine(
                otherKind,
                entryId,
                version,
                customerId,
                customer,
                contractId,
                contractNumber,
                contractProductId,
                product,
                otherUnits,
                unitPrice,
                otherAmount,
                currency,
                lockedAt,
                serviceDate,
                salesforceId,
                createdBy,
                createdAt,
                adReference);
    }

    /** Whether both cost the same for the same. */
    public boolean sameContent(UsageLine other) {
        return units == other.units
                && contractProductId.equals(other.contractProductId)
                && currency.equals(other.currency)
                && unitPrice.compareTo(other.unitPrice) == 0;
    }
}
