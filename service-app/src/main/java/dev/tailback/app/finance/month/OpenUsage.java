package dev.tailback.app.finance.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is still open for a scope.
 *
 * @param waiting entries that Salesforce has not accepted yet
 * @param retrying refused for now
 * @param rejected refused for good; a person has to decide
 * @param entries those entries, the oldest first, 200 at most
 * @param contracts not fulfilled, and with usage booked in the span; 1,000 at most
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OpenUsage(
        long waiting, long retrying, long rejected, List<OpenEntry> entries, List<OpenContract> contracts) {

    /** An entry that Salesforce has not accepted. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OpenEntry(
            UUID entryId,
            UUID adId,
            String adReference,
            String contractId,
            String state,
            Optional<String> code,
            Instant createdAt) {

        static OpenEntry of(LedgerLine line) {
            return new OpenEntry(
                    line.id(),
                    line.adId(),
                    line.adReference(),
                    line.contractId(),
                    line.state(),
                    Optional.ofNullable(line.shownCode()),
                    line.createdAt());
        }
    }

    /**
     * A contract whose usage cannot be invoiced yet.
     *
     * @param consumed units of it that Salesforce counts, over all time
     * @param unitsInSpan units booked in the span
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OpenContract(
            String contractId,
            String contractNumber,
            String customer,
            Optional<LocalDate> endDate,
            long consumed,
            long unitsInSpan) {}

    public long unsent() {
        return waiting + retrying + rejected;
    }
}
