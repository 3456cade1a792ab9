package dev.tailback.app.finance.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.salesforce.usage.LockedUsage;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry about which ledger and Salesforce do not say the same, so that it is neither exported nor closed.
 *
 * @param here what the ledger says Salesforce holds; empty when the ledger does not know the entry
 * @param there what Salesforce holds as locked; empty when it holds nothing of it so
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LineDifference(
        LineDifferenceKind kind,
        UUID entryId,
        String contractId,
        String contractNumber,
        String adReference,
        Optional<Content> here,
        Optional<Content> there,
        String whatNow) {

    /** What one side holds. */
    @Serdeable
    public record Content(long version, long units, String contractProductId) {

        static Content of(LedgerLine line) {
            return new Content(line.reportedVersion(), line.held(), line.contractProductId());
        }

        static Content of(LockedUsage usage) {
            return new Content(usage.version(), usage.units(), usage.contractProductId());
        }
    }

    static LineDifference of(LineDifferenceKind kind, LockedUsage usage, Optional<LedgerLine> ledger) {
        return new LineDifference(
                kind,
                usage.entryId(),
                usage.contractId(),
                usage.contractNumber(),
                usage.adReference(),
                ledger.map(Content::of),
                Optional.of(Content.of(usage)),
                kind.whatNow());
    }

    static LineDifference missing(LedgerLine ledger, String contractNumber) {
        return new LineDifference(
                LineDifferenceKind.MISSING,
                ledger.id(),
                ledger.contractId(),
                contractNumber,
                ledger.adReference(),
                Optional.of(Content.of(ledger)),
                Optional.empty(),
                LineDifferenceKind.MISSING.whatNow());
    }
}
