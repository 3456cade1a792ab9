package dev.tailback.salesforce.contract;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.session.SalesforceSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads contracts with their products, live. There is no way to write one here, because Salesforce owns them. */
public final class ContractReader {

    private final OrgQuery query;
    private final Supplier<Mapping> mapping;

    /** @param mapping asked for each reading, since it may change at any time */
    public ContractReader(SalesforceSession session, Supplier<Mapping> mapping) {
        this.query = new OrgQuery(session);
        this.mapping = mapping;
    }

    /** One page of contracts, without the currency of prices; an empty page is found, not absent. */
    public Reading<ContractPage> search(ContractSearch search) {
        return search(search, Optional.empty());
    }

    /** @param currency how the org keeps currencies; empty when that is not known */
    public Reading<ContractPage> search(ContractSearch search, Optional<OrgCurrency> currency) {
        ContractQuery contracts = new ContractQuery(mapping.get(), currency);
        return query.rows(contracts.page(search), contracts::read)
                .flatMap(found -> counted(contracts.mapping(), found))
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
        ContractQuery contracts = new ContractQuery(mapping.get(), currency);
        return query.rowsOfId(contracts.one(contractId), row -> asked(contractId, contracts.read(row)))
                .flatMap(found -> counted(contracts.mapping(), found))
                .flatMap(ContractReader::only);
    }

    /** Where Salesforce does not count what is consumed, it is added up from the usage. */
    private Reading<List<Contract>> counted(Mapping mapping, Reading.Found<List<Contract>> found) {
        if (mapping.find(Idea.CONSUMED).isPresent() || found.value().isEmpty()) {
            return found;
        }
        List<String> ids = found.value().stream().map(Contract::id).toList();
        return new UsageSums(query, mapping)
                .byLine(ids)
                .map(sums -> found.value().stream()
                        .map(contract -> contract.consuming(
                                sums, mapping.find(Idea.AVAILABLE).isPresent()))
                        .toList());
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
