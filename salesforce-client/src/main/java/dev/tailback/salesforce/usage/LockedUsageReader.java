package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.ContractFields;
import dev.tailback.salesforce.contract.ContractProductFields;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Reads what finance may invoice, live from Salesforce, which alone decides what is locked. */
public final class LockedUsageReader {

    private static final Duration PATIENCE_FOR_A_PAGE = Duration.ofSeconds(30);

    private final OrgQuery query;

    public LockedUsageReader(SalesforceSession session) {
        this.query = new OrgQuery(session);
    }

    /**
     * Locked lines by contract number, product and age. Lines of a contract that was fulfilled without a time come with
     * every span of time, their time empty: shown twice is seen, left out is not.
     */
    public Reading<List<LockedUsage>> read(LockedUsageSearch search, OrgCurrency currency) {
        if (search.contractId().filter(id -> !Soql.isId(id)).isPresent()) {
            return new Reading.Absent<>();
        }
        return query.rows(LockedUsageSoql.of(search, currency), PATIENCE_FOR_A_PAGE, row -> usage(row, currency));
    }

    private static LockedUsage usage(JsonNode row, OrgCurrency currency) {
        Cells usage = new Cells(row);
        Cells line = usage.in("Contract_Product__r");
        Cells contract = line.in("Contract__r");
        UUID entryId = EntryIds.of(row);
        return new LockedUsage(
                entryId,
                usage.whole(UsageFields.VERSION, Long.MAX_VALUE),
                usage.id(UsageFields.ID),
                contract.id(ContractFields.CUSTOMER),
                contract.in("Account").text("Name"),
                line.id(ContractProductFields.CONTRACT),
                contract.text(ContractFields.NUMBER),
                contract.time(ContractFields.FULFILLED_ON),
                usage.id(UsageFields.CONTRACT_PRODUCT),
                line.text(ContractProductFields.PRODUCT),
                line.amount(ContractProductFields.UNITS_SOLD),
                usage.text(UsageFields.AD_REFERENCE),
                usage.date(UsageFields.SERVICE_DATE),
                (int) usage.whole(UsageFields.UNITS, Integer.MAX_VALUE),
                line.amount(ContractProductFields.UNIT_PRICE),
                currency.fold(OrgCurrency.One::code, many -> line.text(OrgCurrency.FIELD)));
    }
}
