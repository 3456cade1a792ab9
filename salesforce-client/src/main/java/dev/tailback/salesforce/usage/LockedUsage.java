package dev.tailback.salesforce.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line to invoice: usage of a fulfilled contract, which no longer changes, and which is not cancelled.
 *
 * @param fulfilledOn empty when finance fulfilled the contract without giving the time
 * @param unitPrice price of one unit in the org's currency
 * @param amount units at that price, as Salesforce computes it
 */
public record LockedUsage(
        UUID entryId,
        String salesforceId,
        String contractId,
        String contractNumber,
        String customer,
        Optional<Instant> fulfilledOn,
        String contractProductId,
        String product,
        String adReference,
        int units,
        BigDecimal unitPrice,
        BigDecimal amount) {}
