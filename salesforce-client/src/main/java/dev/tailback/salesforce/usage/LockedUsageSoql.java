package dev.tailback.salesforce.usage;

import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.Timestamps;
import java.util.ArrayList;
import java.util.List;

/** The query for locked usage. */
final class LockedUsageSoql {

    private static final String SELECT = """
            SELECT Id, External_Id__c, Version__c, Ad_Reference__c, Service_Date__c, Units__c, Contract_Product__c, \
            Contract_Product__r.Product_Type__c, Contract_Product__r.Units_Sold__c, \
            Contract_Product__r.Unit_Price__c, Contract_Product__r.Contract__c, \
            Contract_Product__r.Contract__r.ContractNumber, Contract_Product__r.Contract__r.AccountId, \
            Contract_Product__r.Contract__r.Account.Name, Contract_Product__r.Contract__r.Fulfilled_On__c""";

    private static final String FROM = " FROM Product_Usage__c WHERE Locked__c = true AND Cancelled__c = false";

    private static final String ORDER =
            " ORDER BY Contract_Product__r.Contract__r.ContractNumber, Contract_Product__c, Name LIMIT ";

    private static final String FULFILLED_ON = "Contract_Product__r.Contract__r.Fulfilled_On__c";

    private LockedUsageSoql() {}

    static String of(LockedUsageSearch search, OrgCurrency currency) {
        String code = currency.fold(one -> "", many -> ", Contract_Product__r." + OrgCurrency.FIELD);
        String contract = search.contractId()
                .map(id -> " AND Contract_Product__r.Contract__c = " + Soql.quoted(id))
                .orElse("");
        return SELECT + code + FROM + contract + span(search) + ORDER + search.most();
    }

    private static String span(LockedUsageSearch search) {
        List<String> bounds = new ArrayList<>();
        search.from().ifPresent(from -> bounds.add(FULFILLED_ON + " >= " + Timestamps.literal(from)));
        search.to().ifPresent(to -> bounds.add(FULFILLED_ON + " < " + Timestamps.literal(to)));
        return bounds.isEmpty() ? "" : " AND (" + FULFILLED_ON + " = null OR (" + String.join(" AND ", bounds) + "))";
    }
}
