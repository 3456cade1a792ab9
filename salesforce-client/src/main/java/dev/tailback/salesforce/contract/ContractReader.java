package dev.tailback.salesforce.contract;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.session.SalesforceSession;
import java.util.List;
import java.util.Optional;

/** Reads contracts with their products, live. There is no way to write one here, because Salesforce owns them. */
public final class ContractReader {

    private final OrgQuery query;

    public ContractReader(SalesforceSession session) {
        this.query = new OrgQuery(session);
    }

    /** One page of contracts, without the currency of prices; an empty page is found, not absent. */
    public Reading<ContractPage> search(ContractSearch search) {
        return search(search, Optional.empty());
    }

    /** @param currency how the org keeps currencies; empty when that is not known */
    public Reading<ContractPage> search(ContractSearch search, Optional<OrgCurrency> currency) {
        return query.rows(ContractQuery.page(search, currency), row -> ContractQuery.read(row, currency))
                .map(rows -> page(rows, search));
    }

    /** The contract, without the currency of prices; absent when there is none or the text is no record id. */
    public Reading<Contract> find(String contractId) {
        return find(contractId, Optional.empty());
    }

    /** @param currency how the org keeps currencies; empty when that is not known */
    public Reading<Contract> find(String contractId, Optional<OrgCurrency> currency) {
        if (!Soql.isId(contractId)) {
            return new Reading.Absent<>();
        }
        return query.rowsOfId(
                        ContractQuery.one(contractId, currency),
                        row -> asked(contractId, ContractQuery.read(row, currency)))
                .flatMap(ContractReader::only);
    }

    private static Contract asked(String contractId, Contract contract) {
        if (!Soql.sameRecord(contractId, contract.id())) {
            throw new UnusableRow("Salesforce answers with another contract than " + contractId
                    + ": ask again, and if it stays so, see who answers there.");
        }
        return contract;
    }

    private static Reading<Contract> only(Reading.Found<List<Contract>> rows) {
        return rows.value().isEmpty()
                ? new Reading.Absent<>()
                : new Reading.Found<>(rows.value().get(0), rows.readAt());
    }

    /** One row more than the page was asked for; it only tells that another page follows. */
    private static ContractPage page(List<Contract> rows, ContractSearch search) {
        List<Contract> contracts = rows.stream().limit(search.size()).toList();
        return new ContractPage(contracts, search.page(), rows.size() > search.size());
    }
}
