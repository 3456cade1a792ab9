package dev.tailback.app.ads;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * An ad as the ledger holds it; its units are usage entries.
 *
 * @param number counts ads, for the reference people read
 * @param serviceDate when the customer is served, if staff noted it
 * @param customerReference the customer's own name for it, if noted
 * @param version grows with every change by a person; the ETag
 */
@MappedEntity("ad")
record Ad(
        @Id UUID id,
        long number,
        String title,
        String contractId,
        @Nullable LocalDate serviceDate,
        @Nullable String customerReference,
        @Nullable String note,
        long version,
        boolean cancelled,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** Whether the request asks for what it says already; units apart. */
    boolean says(AdRequest request) {
        return showsAs(request) && contractId.equals(request.contractId()) && Objects.equals(note, request.note());
    }

    /** Whether Salesforce would show the same of it after the request; units apart. */
    boolean showsAs(AdRequest request) {
        return title.equals(request.title())
                && Objects.equals(serviceDate, request.serviceDate())
                && Objects.equals(customerReference, request.customerReference());
    }
}
