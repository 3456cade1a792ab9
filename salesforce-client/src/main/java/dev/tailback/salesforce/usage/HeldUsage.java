package dev.tailback.salesforce.usage;

import java.util.UUID;

/**
 * A usage entry as Salesforce holds it now.
 *
 * @param version the version Salesforce accepted last
 * @param locked the contract is fulfilled and the org's policy locks usage then
 */
public record HeldUsage(
        UUID entryId,
        String salesforceId,
        String contractId,
        String contractProductId,
        long version,
        int units,
        boolean cancelled,
        String adReference,
        boolean locked) {}
