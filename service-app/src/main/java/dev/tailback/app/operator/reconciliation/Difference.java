package dev.tailback.app.operator.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.StrayUsage;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * One difference.
 *
 * @param entryId as Salesforce or we write it; a foreign row may have an id that is none
 * @param here what the ledger says Salesforce holds; empty for foreign usage
 * @param there what Salesforce holds; empty when it holds nothing, or nothing readable
 * @param repaired whether our content goes out again, or what arrived unheard was taken over
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Difference(
        DifferenceKind kind,
        String entryId,
        String contractId,
        Optional<String> salesforceId,
        Optional<Side> here,
        Optional<Side> there,
        String whatNow,
        boolean repaired) {

    static Difference of(
            DifferenceKind kind, LedgerEntry entry, Optional<HeldUsage> held, String whatNow, boolean repaired) {
        return new Difference(
                kind,
                entry.id().toString(),
                entry.contractId(),
                held.map(HeldUsage::salesforceId),
                Optional.of(Side.of(entry)),
                held.map(Side::of),
                whatNow,
                repaired);
    }

    static Difference foreign(HeldUsage held) {
        return new Difference(
                DifferenceKind.FOREIGN,
                held.entryId().toString(),
                held.contractId(),
                Optional.of(held.salesforceId()),
                Optional.empty(),
                Optional.of(Side.of(held)),
                WhatNow.about(DifferenceKind.FOREIGN),
                false);
    }

    static Difference stray(StrayUsage stray) {
        return new Difference(
                DifferenceKind.FOREIGN,
                stray.externalId(),
                stray.contractId(),
                Optional.of(stray.salesforceId()),
                Optional.empty(),
                Optional.empty(),
                WhatNow.about(DifferenceKind.FOREIGN),
                false);
    }

    /** What a person can do, for the key of a text. */
    public String advice() {
        return WhatNow.key(kind, whatNow);
    }
}
