package dev.tailback.salesforce.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.query.UnusableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The queries for contracts, and how their rows read. The lines come in the same query, so that a contract and its
 * lines are of one moment.
 */
final class ContractQuery {

    private static final String SELECT = """
            SELECT Id, ContractNumber, Account.Name, Fulfillment_Status__c, \
            (SELECT Id, Product_Type__c, Units_Sold__c, Unit_Price__c, Consumed__c, Available__c%s \
            FROM Contract_Products__r ORDER BY Product_Type__c, Name) \
            FROM Contract""";

    /** Contract numbers are numbered automatically, with eight digits. */
    private static final int NUMBER_LENGTH = 8;

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private ContractQuery() {}

    static String one(String id, Optional<OrgCurrency> currency) {
        return select(currency) + " WHERE Id = " + Soql.quoted(id);
    }

    /** Only an org with many currencies has the field; elsewhere a query that names it is refused. */
    private static String select(Optional<OrgCurrency> currency) {
        return SELECT.formatted(currency.map(known -> known.fold(one -> "", many -> ", " + OrgCurrency.FIELD))
                .orElse(""));
    }

    static String page(ContractSearch search, Optional<OrgCurrency> currency) {
        List<String> conditions = new ArrayList<>();
        search.customer().ifPresent(text -> conditions.add("Account.Name LIKE " + Soql.containing(text)));
        search.number().ifPresent(text -> conditions.add(number(text)));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return select(currency) + where + " ORDER BY Account.Name, ContractNumber LIMIT " + (search.size() + 1)
                + " OFFSET " + search.page() * search.size();
    }

    private static String number(String text) {
        String beginning = "ContractNumber LIKE " + Soql.beginningWith(text);
        return text.matches("\\d{1," + (NUMBER_LENGTH - 1) + "}")
                ? "(" + beginning + " OR ContractNumber = '" + "0".repeat(NUMBER_LENGTH - text.length()) + text + "')"
                : beginning;
    }

    static Contract read(JsonNode row, Optional<OrgCurrency> currency) {
        Cells cells = new Cells(row);
        return new Contract(
                cells.id(ContractFields.ID),
                cells.text(ContractFields.NUMBER),
                cells.in("Account").text("Name"),
                ContractFields.FULFILLED.equals(cells.text(ContractFields.FULFILLMENT_STATUS)),
                products(cells.in(ContractFields.PRODUCTS), currency));
    }

    /** There is nothing when the contract has no lines. */
    private static List<ContractProduct> products(Cells lines, Optional<OrgCurrency> currency) {
        if (lines.row().has("done") && !lines.flag("done")) {
            throw new UnusableRow(
                    "A contract has more product lines than one answer of Salesforce holds. Narrow the search.");
        }
        List<ContractProduct> products = new ArrayList<>();
        lines.list("records").forEach(line -> products.add(product(new Cells(line), currency)));
        return List.copyOf(products);
    }

    private static ContractProduct product(Cells line, Optional<OrgCurrency> currency) {
        return new ContractProduct(
                line.id(ContractProductFields.ID),
                line.text(ContractProductFields.PRODUCT),
                line.amount(ContractProductFields.UNITS_SOLD),
                line.amount(ContractProductFields.UNIT_PRICE),
                currency.map(known -> known.fold(OrgCurrency.One::code, many -> line.text(OrgCurrency.FIELD)))
                        .filter(code -> CODE.matcher(code).matches()),
                line.amount(ContractProductFields.CONSUMED),
                line.amount(ContractProductFields.AVAILABLE));
    }
}
