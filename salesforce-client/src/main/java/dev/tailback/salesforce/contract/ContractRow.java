package dev.tailback.salesforce.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.UnusableRow;
import java.util.ArrayList;
import java.util.List;

/** A contract out of the JSON of a query. */
final class ContractRow {

    private ContractRow() {}

    static Contract read(JsonNode row) {
        Cells cells = new Cells(row);
        return new Contract(
                cells.id(ContractFields.ID),
                cells.text(ContractFields.NUMBER),
                cells.in("Account").text("Name"),
                ContractFields.FULFILLED.equals(cells.text(ContractFields.FULFILLMENT_STATUS)),
                products(cells.in(ContractFields.PRODUCTS)));
    }

    /** There is nothing when the contract has no lines. */
    private static List<ContractProduct> products(Cells lines) {
        if (lines.row().has("done") && !lines.flag("done")) {
            throw new UnusableRow(
                    "A contract has more product lines than one answer of Salesforce holds. Narrow the search.");
        }
        List<ContractProduct> products = new ArrayList<>();
        lines.list("records").forEach(line -> products.add(product(new Cells(line))));
        return List.copyOf(products);
    }

    private static ContractProduct product(Cells line) {
        return new ContractProduct(
                line.id(ContractProductFields.ID),
                line.text(ContractProductFields.PRODUCT),
                line.amount(ContractProductFields.UNITS_SOLD),
                line.amount(ContractProductFields.UNIT_PRICE),
                line.amount(ContractProductFields.CONSUMED),
                line.amount(ContractProductFields.AVAILABLE));
    }
}
