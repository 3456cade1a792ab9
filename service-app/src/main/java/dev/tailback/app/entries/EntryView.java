package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A usage entry as people and programs see it.
 *
 * @param id also the external id in Salesforce
 * @param adReference the ad as Salesforce shows it, such as {@code AD-17}
 * @param contractNumber as last read from Salesforce; empty when the contract was never read
 * @param product as last read from Salesforce
 * @param code why it is in this state, as a stable code, where there is a reason
 * @param whatNow what a person can do
 * @param hold that keeps it from being sent, if an operator holds its contract or its code
 * @param reportedVersion the version Salesforce holds; 0 when none
 * @param reportedUnits units Salesforce counts for it
 * @param replaces the entry whose cancellation is reported first
 * @param history only when one entry or one ad is asked for
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EntryView(
        UUID id,
        UUID adId,
        String adReference,
        String contractId,
        Optional<String> contractNumber,
        Optional<String> customer,
        String contractProductId,
        Optional<String> product,
        int units,
        boolean cancelled,
        EntryState state,
        Optional<String> code,
        Optional<String> reason,
        String whatNow,
        Optional<OnHold> hold,
        long version,
        long reportedVersion,
        int reportedUnits,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Optional<String> salesforceId,
        Optional<UUID> replaces,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> reportedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HistoryView> history) {

    /** The same with its history. */
    public EntryView with(List<HistoryView> lines) {
        return new EntryView(
                id,
                adId,
                adReference,
                contractId,
                contractNumber,
                customer,
                contractProductId,
                product,
                units,
                cancelled,
                state,
                code,
                reason,
                whatNow,
                hold,
                version,
                reportedVersion,
                reportedUnits,
                attempts,
                nextAttemptAt,
                salesforceId,
                replaces,
                createdAt,
                changedAt,
                reportedAt,
                List.copyOf(lines));
    }
}
