package dev.tailback.app.ledger;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the ledger: units of one contract product that one ad consumes, and what Salesforce holds of it. The last
 * five values are rules that the view {@code ledger_entry} derives; no other place derives them.
 *
 * @param id also the external id in Salesforce; minted once per fact
 * @param line order of creation, given by the database; 0 before the row is stored
 * @param units 1 to 1,000,000; kept when cancelled, so that history and Salesforce show what was cancelled
 * @param version of the content (units, cancelled) that holds for us
 * @param highestVersion the highest version ever minted; the next content gets the one after it
 * @param replaces the entry whose cancellation Salesforce must accept before this one is sent
 * @param reportedVersion what Salesforce holds; 0 when it never accepted anything
 * @param offerDueAt when the relay must offer the entry to the queue
 * @param openSince since when Salesforce holds something else than we do
 * @param unreported Salesforce does not hold our version yet
 * @param open the relay has to bring it to Salesforce
 * @param holdsBack what replaces it must wait: Salesforce holds it, or may, and has not accepted its cancellation
 * @param wanted units that count here: none when cancelled
 * @param held units that Salesforce counts for this entry
 */
@MappedEntity("ledger_entry")
public record Entry(
        @Id UUID id,
        long line,
        UUID adId,
        String contractId,
        String contractProductId,
        int units,
        boolean cancelled,
        long version,
        long highestVersion,
        @Nullable UUID replaces,
        long reportedVersion,
        int reportedUnits,
        boolean reportedCancelled,
        @Nullable String salesforceId,
        Fate fate,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String code,
        @Nullable String reason,
        Instant offerDueAt,
        Instant openSince,
        @Nullable Instant reportedAt,
        Instant createdAt,
        Instant changedAt,
        boolean unreported,
        boolean open,
        boolean holdsBack,
        int wanted,
        int held) {

    /** Refused by Salesforce for good, and no person has decided about it since. */
    public boolean rejected() {
        return fate == Fate.PARKED;
    }

    /** Cancelled before Salesforce ever held it. */
    public boolean withdrawn() {
        return fate == Fate.WITHDRAWN;
    }

    /** Whether an acceptance of this version tells something new about what Salesforce holds. */
    public boolean learnsFrom(long acceptedVersion) {
        return acceptedVersion > reportedVersion || withdrawn();
    }

    /**
     * Whether Salesforce may come to hold a version that is not sent from here any more: a copy that was late on the
     * network. The newest version of an entry on its way, once accepted, keeps every older one out.
     */
    public boolean doubtful() {
        return withdrawn() || (!open && highestVersion > reportedVersion);
    }

    /** Never accepted by Salesforce, in any version. */
    public boolean neverReported() {
        return reportedVersion == 0;
    }

    /**
     * Whether Salesforce surely holds nothing of it: its only version was refused. Where there was a second version, an
     * answer to the first may have been lost, so its cancellation must be sent.
     */
    public boolean withdrawable() {
        return rejected() && neverReported() && version == 1;
    }
}
