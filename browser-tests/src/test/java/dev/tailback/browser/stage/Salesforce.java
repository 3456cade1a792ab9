package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.salesforce.contract.ContractFields;
import dev.tailback.salesforce.contract.ContractProductFields;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Org;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What others do in Salesforce during a test: sales sells, finance fulfils, and sometimes it is away. */
public final class Salesforce {
    private static final int PRICE = 950;

    private final Http http = new Http();
    private final URI address;
    private final Org admin;
    private final Org finance;

    Salesforce(URI address) {
        this.address = address;
        this.admin = new Org(address, "admin@tailback.local");
        this.finance = new Org(address, "finance@tailback.local");
    }

    /** A contract of a new customer. */
    public SoldContract sells(String customer, Map<String, Integer> units) {
        String account = created(row("Account").put("Name", customer));
        String contract = created(row(ContractFields.OBJECT)
                .put("AccountId", account)
                .put("Status", "Draft")
                .put("StartDate", "2026-01-01")
                .put("ContractTerm", 12));
        Map<String, String> products = new HashMap<>();
        units.forEach((product, sold) -> products.put(
                product,
                created(row(ContractProductFields.OBJECT)
                        .put(ContractProductFields.CONTRACT, contract)
                        .put(ContractProductFields.PRODUCT, product)
                        .put(ContractProductFields.UNITS_SOLD, sold)
                        .put(ContractProductFields.UNIT_PRICE, PRICE))));
        return new SoldContract(contract, customer, products);
    }

    public void fulfils(SoldContract contract) {
        require(finance.status(contract.id(), ContractFields.FULFILLED).orElseThrow());
    }

    public void reopens(SoldContract contract) {
        require(admin.status(contract.id(), ContractFields.OPEN).orElseThrow());
    }

    /** Answers nothing until {@link #returns}, or until the test ends. */
    public void goesDown() {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", "down");
        require(http.send("PUT", address.resolve("/local-org/faults"), Map.of(), faults)
                .orElseThrow());
    }

    public void returns() {
        require(http.send("DELETE", address.resolve("/local-org/faults"), Map.of(), Http.NOTHING)
                .orElseThrow());
    }

    /** Rows as an admin of the org reads them. */
    public List<JsonNode> query(String soql) {
        return admin.query(soql);
    }

    private String created(ObjectNode record) {
        return admin.create(Http.JSON.createArrayNode().add(record)).get(0);
    }

    private static ObjectNode row(String object) {
        ObjectNode row = Http.JSON.createObjectNode();
        row.putObject("attributes").put("type", object);
        return row;
    }

    private static void require(Http.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("The local org answered " + answer);
        }
    }
}
