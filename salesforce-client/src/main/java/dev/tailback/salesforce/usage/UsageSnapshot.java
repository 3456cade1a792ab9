package dev.tailback.salesforce.usage;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A usage entry as it stood at one version: what is sent to Salesforce.
 *
 * @param entryId the entry's own id, and its external id in Salesforce
 * @param contractProductId Salesforce id of the contract product, as staff chose it; Salesforce checks it
 * @param version from 1; grows with every change, and Salesforce refuses an older one
 * @param units 0 or more (0 only makes sense when cancelled)
 * @param adReference the ad, up to 80 characters
 * @param ad what else this version says of the ad; where it says nothing, what Salesforce holds stays
 */
public record UsageSnapshot(
        UUID entryId,
        String contractProductId,
        long version,
        int units,
        boolean cancelled,
        String adReference,
        Optional<AdShown> ad) {

    public UsageSnapshot {
        Objects.requireNonNull(entryId, "entryId");
        Objects.requireNonNull(contractProductId, "contractProductId");
        Objects.requireNonNull(adReference, "adReference");
        if (version < 1) {
            throw new IllegalArgumentException("version of entry " + entryId + " is " + version + ": it begins with 1");
        }
        if (units < 0) {
            throw new IllegalArgumentException("units of entry " + entryId + " are " + units + ": use 0 or more");
        }
    }

    /** Of a version that says nothing else of its ad. */
    public UsageSnapshot(
            UUID entryId, String contractProductId, long version, int units, boolean cancelled, String adReference) {
        this(entryId, contractProductId, version, units, cancelled, adReference, Optional.empty());
    }
}
