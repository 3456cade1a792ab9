package dev.tailback.salesforce.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.Timestamps;
import dev.tailback.salesforce.session.SalesforceSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads, live, which contracts are fulfilled, which are open with usage, and when they end. */
public final class ContractStandings {

    /** Two hundred ids fit into one address. */
    private static final int IDS_PER_QUERY = 200;

    private static final String SELECT = """
            SELECT Id, ContractNumber, Account.Name, Fulfillment_Status__c, Fulfilled_On__c, EndDate, \
            Units_Consumed__c FROM Contract WHERE \
            """;

    private static final String ORDER = " ORDER BY ContractNumber LIMIT ";

    private final OrgQuery query;

    public ContractStandings(SalesforceSession session) {
        this.query = new OrgQuery(session);
    }

    /**
     * Fulfilled in this span, or fulfilled without a time.
     *
     * @param to excluded
     */
    public Reading<List<ContractStanding>> fulfilledBetween(Instant from, Instant to, int most) {
        return read("Fulfillment_Status__c = 'Fulfilled' AND (Fulfilled_On__c = null OR (Fulfilled_On__c >= "
                + Timestamps.literal(from) + " AND Fulfilled_On__c < " + Timestamps.literal(to) + "))" + ORDER + most);
    }

    /** Not fulfilled, and with units consumed. */
    public Reading<List<ContractStanding>> openWithUsage(int most) {
        return read("Fulfillment_Status__c != 'Fulfilled' AND Units_Consumed__c > 0" + ORDER + most);
    }

    /** Those that Salesforce has; ids that are none are left out. */
    public Reading<List<ContractStanding>> ofIds(Collection<String> ids) {
        List<String> wanted = ids.stream().filter(Soql::isId).toList();
        Reading<List<ContractStanding>> all = new Reading.Found<>(List.of(), query.now());
        for (int from = 0; from < wanted.size(); from += IDS_PER_QUERY) {
            List<String> some = wanted.subList(from, Math.min(from + IDS_PER_QUERY, wanted.size()));
            all = all.flatMap(found ->
                    read("Id IN " + Soql.list(some) + ORDER + IDS_PER_QUERY).map(more -> joined(found.value(), more)));
        }
        return all;
    }

    private Reading<List<ContractStanding>> read(String condition) {
        return query.rows(SELECT + condition, ContractStandings::standing);
    }

    private static ContractStanding standing(JsonNode row) {
        Cells contract = new Cells(row);
        return new ContractStanding(
                contract.id(ContractFields.ID),
                contract.text(ContractFields.NUMBER),
                contract.in("Account").text("Name"),
                ContractFields.FULFILLED.equals(contract.text(ContractFields.FULFILLMENT_STATUS)),
                contract.time(ContractFields.FULFILLED_ON),
                contract.date(ContractFields.END_DATE),
                contract.amount(ContractFields.UNITS_CONSUMED));
    }

    private static List<ContractStanding> joined(List<ContractStanding> some, List<ContractStanding> more) {
        List<ContractStanding> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
