package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.contract.ContractProductFields;
import dev.tailback.salesforce.query.Cells;
import java.util.Optional;

/**
 * One row of usage: an entry's, or one that no entry can stand behind.
 *
 * @param key the external id as it is, by which pages follow each other
 */
record UsageRow(String key, String contractId, Optional<HeldUsage> held, Optional<StrayUsage> stray) {

    /** What a number of JSON holds exactly in every language. */
    private static final long HIGHEST_VERSION = 999_999_999_999_999L;

    static UsageRow read(JsonNode row) {
        Cells usage = new Cells(row);
        return EntryIds.find(row).isPresent()
                ? new UsageRow(EntryIds.text(row), contract(usage), Optional.of(held(row)), Optional.empty())
                : new UsageRow(EntryIds.text(row), contract(usage), Optional.empty(), Optional.of(stray(usage)));
    }

    static HeldUsage held(JsonNode row) {
        Cells usage = new Cells(row);
        return new HeldUsage(
                EntryIds.of(row),
                usage.id(UsageFields.ID),
                contract(usage),
                usage.id(UsageFields.CONTRACT_PRODUCT),
                usage.whole(UsageFields.VERSION, HIGHEST_VERSION),
                (int) usage.whole(UsageFields.UNITS, Integer.MAX_VALUE),
                usage.flag(UsageFields.CANCELLED),
                usage.text(UsageFields.AD_REFERENCE),
                usage.flag(UsageFields.LOCKED));
    }

    private static StrayUsage stray(Cells usage) {
        return new StrayUsage(usage.id(UsageFields.ID), contract(usage), usage.text(UsageFields.EXTERNAL_ID));
    }

    private static String contract(Cells usage) {
        return usage.in("Contract_Product__r").id(ContractProductFields.CONTRACT);
    }
}
