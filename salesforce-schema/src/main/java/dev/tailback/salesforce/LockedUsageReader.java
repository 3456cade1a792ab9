package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads what finance may invoice, live from Salesforce, which alone decides what is locked. */
public final class LockedUsageReader {

    private final OrgQuery query;

    public LockedUsageReader(SalesforceSession session) {
        this.query = new OrgQuery(session);
    }

    /**
     * Locked lines by contract number, product and age. Lines of a contract that was fulfilled without a time come with
     * every span of time, their time empty: shown twice is seen, left out is not.
     */
    public Reading<List<LockedUsage>> read(LockedUsageSearch search) {
        if (search.contractId().filter(id -> !Soql.isId(id)).isPresent()) {
            return new Reading.Absent<>();
        }
        return query.rows(LockedUsageSoql.of(search), LockedUsageReader::usage);
    }

    private static LockedUsage usage(JsonNode row) {
        JsonNode line = row.path("Contract_Product__r");
        JsonNode contract = line.path("Contract__r");
        return new LockedUsage(
                EntryIds.of(row),
                row.path(UsageFields.ID).asText(),
                line.path(ContractProductFields.CONTRACT).asText(),
                contract.path(ContractFields.NUMBER).asText(),
                contract.path("Account").path("Name").asText(""),
                Timestamps.read(contract.path(ContractFields.FULFILLED_ON)),
                row.path(UsageFields.CONTRACT_PRODUCT).asText(),
                line.path(ContractProductFields.PRODUCT).asText(""),
                row.path(UsageFields.AD_REFERENCE).asText(""),
                row.path(UsageFields.UNITS).intValue(),
                Amounts.read(line.path(ContractProductFields.UNIT_PRICE)),
                Amounts.read(row.path(UsageFields.AMOUNT)));
    }
}
