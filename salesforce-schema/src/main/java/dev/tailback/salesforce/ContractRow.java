package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A contract out of the JSON of a query. */
final class ContractRow {

    private ContractRow() {}

    static Contract read(JsonNode row) {
        return new Contract(
                row.path(ContractFields.ID).asText(),
                row.path(ContractFields.NUMBER).asText(),
                row.path("Account").path("Name").asText(""),
                ContractFields.FULFILLED.equals(
                        row.path(ContractFields.FULFILLMENT_STATUS).asText()),
                products(row.path(ContractFields.PRODUCTS)));
    }

    /** Null when the contract has no lines. */
    private static List<ContractProduct> products(JsonNode lines) {
        if (lines.has("done") && !lines.path("done").booleanValue()) {
            throw new UnusableRow(
                    "A contract has more product lines than one answer of Salesforce holds. Narrow the search.");
        }
        List<ContractProduct> products = new ArrayList<>();
        lines.path("records").forEach(line -> products.add(product(line)));
        return List.copyOf(products);
    }

    private static ContractProduct product(JsonNode line) {
        return new ContractProduct(
                line.path(ContractProductFields.ID).asText(),
                line.path(ContractProductFields.PRODUCT).asText(""),
                Amounts.read(line.path(ContractProductFields.UNITS_SOLD)),
                Amounts.read(line.path(ContractProductFields.UNIT_PRICE)),
                Amounts.read(line.path(ContractProductFields.CONSUMED)),
                Amounts.read(line.path(ContractProductFields.AVAILABLE)));
    }
}
