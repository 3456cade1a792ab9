package dev.tailback.app.ads;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.EntryView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
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
        boolean cancelled,
        EntryState state,
        long version,
        List<EntryView> entries,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** The strong entity tag of this version. */
    public String etag() {
        return "\"" + version + "\"";
    }
}
