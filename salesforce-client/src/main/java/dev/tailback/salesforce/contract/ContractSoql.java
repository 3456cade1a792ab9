package dev.tailback.salesforce.contract;

import dev.tailback.salesforce.query.Soql;
import java.util.ArrayList;
import java.util.List;

/** The queries for contracts. The lines come in the same query, so that a contract and its lines are of one moment. */
final class ContractSoql {

    private static final String SELECT = """
            SELECT Id, ContractNumber, Account.Name, Fulfillment_Status__c, \
            (SELECT Id, Product_Type__c, Units_Sold__c, Unit_Price__c, Consumed__c, Available__c \
            FROM Contract_Products__r ORDER BY Product_Type__c, Name) \
            FROM Contract""";

    /** Contract numbers are numbered automatically, with eight digits. */
    private static final int NUMBER_LENGTH = 8;

    private ContractSoql() {}

    static String one(String id) {
        return SELECT + " WHERE Id = " + Soql.quoted(id);
    }

    static String page(ContractSearch search) {
        List<String> conditions = new ArrayList<>();
        search.customer().ifPresent(text -> conditions.add("Account.Name LIKE " + Soql.containing(text)));
        search.number().ifPresent(text -> conditions.add(number(text)));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return SELECT + where + " ORDER BY Account.Name, ContractNumber LIMIT " + (search.size() + 1) + " OFFSET "
                + search.page() * search.size();
    }

    private static String number(String text) {
        String beginning = "ContractNumber LIKE " + Soql.beginningWith(text);
        return text.matches("\\d{1," + (NUMBER_LENGTH - 1) + "}")
                ? "(" + beginning + " OR ContractNumber = '" + "0".repeat(NUMBER_LENGTH - text.length()) + text + "')"
                : beginning;
    }
}
