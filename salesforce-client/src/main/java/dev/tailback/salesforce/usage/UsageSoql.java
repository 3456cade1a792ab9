package dev.tailback.salesforce.usage;

import dev.tailback.salesforce.query.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The queries for usage. */
final class UsageSoql {

    private static final String SELECT = """
            SELECT Id, External_Id__c, Contract_Product__c, Contract_Product__r.Contract__c, Version__c, Units__c, \
            Cancelled__c, Ad_Reference__c, Locked__c FROM Product_Usage__c""";

    private UsageSoql() {}

    static String ofEntries(Collection<UUID> ids) {
        return SELECT + " WHERE External_Id__c IN " + Soql.list(ids);
    }

    static String ofContract(String contractId) {
        return SELECT + " WHERE Contract_Product__r.Contract__c = " + Soql.quoted(contractId)
                + " ORDER BY Contract_Product__c, Name";
    }

    /** In the order of external ids, which is the order of the ledger's ids: both are lower-case hexadecimal digits. */
    static String page(UsagePageSearch search) {
        List<String> conditions = new ArrayList<>();
        search.contractId().ifPresent(id -> conditions.add("Contract_Product__r.Contract__c = " + Soql.quoted(id)));
        search.after().ifPresent(key -> conditions.add("External_Id__c > " + Soql.quoted(key)));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return SELECT + where + " ORDER BY External_Id__c LIMIT " + search.limit();
    }
}
