package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.ContractFields;
import dev.tailback.salesforce.contract.ContractProductFields;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
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
        Cells usage = new Cells(row);
        Cells line = usage.in("Contract_Product__r");
        Cells contract = line.in("Contract__r");
        return new LockedUsage(
                EntryIds.of(row),
                usage.id(UsageFields.ID),
                line.id(ContractProductFields.CONTRACT),
                contract.text(ContractFields.NUMBER),
                contract.in("Account").text("Name"),
                contract.time(ContractFields.FULFILLED_ON),
                usage.id(UsageFields.CONTRACT_PRODUCT),
                line.text(ContractProductFields.PRODUCT),
                usage.text(UsageFields.AD_REFERENCE),
                (int) usage.whole(UsageFields.UNITS, Integer.MAX_VALUE),
                line.amount(ContractProductFields.UNIT_PRICE),
                usage.amount(UsageFields.AMOUNT));
    }
}
