package dev.tailback.app.ads;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.EntryView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An ad as people and programs see it.
 *
 * @param reference as Salesforce shows it, such as {@code AD-17}; never changes
 * @param contractNumber as last read from Salesforce; empty when the contract was never read
 * @param state the state that needs most attention among its entries, in the order of {@link EntryState}
 * @param version the number in the ETag
 * @param customerReference the customer's own reference, if staff noted one
 * @param note for the service team
 * @param changes of its own fields, in the order they were made; only when one ad is asked for
 * @param entries every entry it ever had, cancelled ones too, in the order they were booked
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AdView(
        UUID id,
        String reference,
        String title,
        String contractId,
        Optional<String> contractNumber,
        Optional<String> customer,
        Optional<LocalDate> serviceDate,
        Optional<String> customerReference,
        Optional<String> note,
        boolean cancelled,
        EntryState state,
        long version,
        List<EntryView> entries,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AdChange> changes) {

    public AdView {
        entries = List.copyOf(entries);
        // An answer that was kept before there were any has none.
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** The same with these entries. @param newState that needs most attention among them */
    AdView with(List<EntryView> newEntries, EntryState newState) {
        return with(newEntries, newState, changes);
    }

    AdView with(List<EntryView> newEntries, EntryState newState, List<AdChange> newChanges) {
        return new AdView(
                id,
                reference,
                title,
                contractId,
                contractNumber,
                customer,
                serviceDate,
                customerReference,
                note,
                cancelled,
                newState,
                version,
                newEntries,
                createdBy,
                createdAt,
                changedBy,
                changedAt,
                newChanges);
    }

    /** The strong entity tag of this version. */
    public String etag() {
        return "\"" + version + "\"";
    }
}
