package dev.tailback.salesforce.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One line to invoice: usage of a fulfilled contract, which no longer changes, and which is not cancelled.
 *
 * @param version the version Salesforce accepted last
 * @param customerId Salesforce id of the account
 * @param fulfilledOn empty when finance fulfilled the contract without giving the time
 * @param unitsSold units that were sold of the contract product
 * @param serviceDate the day the usage counts for, where staff named one
 * @param unitPrice price of one unit; the schema freezes it when the contract is fulfilled
 * @param currency ISO 4217 code of that price
 */
public record LockedUsage(
        UUID entryId,
        long version,
        String salesforceId,
        String customerId,
        String customer,
        String contractId,
        String contractNumber,
        Optional<Instant> fulfilledOn,
        String contractProductId,
        String product,
        BigDecimal unitsSold,
        String adReference,
        Optional<LocalDate> serviceDate,
        int units,
        BigDecimal unitPrice,
        String currency) {}
