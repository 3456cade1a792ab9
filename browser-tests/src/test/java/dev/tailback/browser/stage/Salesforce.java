package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.mapping.shipped.ContractProductFields;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Org;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

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

    /** With the time that tells finance the month. */
    public void fulfilsNow(SoldContract contract) {
        require(finance.fulfil(contract.id(), Clock.systemUTC().instant()).orElseThrow());
    }

    public void reopens(SoldContract contract) {
        require(admin.status(contract.id(), ContractFields.OPEN).orElseThrow());
    }

    /** Units of a product, as Salesforce itself adds them up. */
    public int consumed(SoldContract contract, String product) {
        String soql = "SELECT %s FROM %s WHERE %s = '%s'"
                .formatted(
                        ContractProductFields.CONSUMED,
                        ContractProductFields.OBJECT,
                        ContractProductFields.ID,
                        contract.products().get(product));
        return admin.query(soql).get(0).path(ContractProductFields.CONSUMED).asInt();
    }

    /** Usage that no ledger knows, written by an admin of the org. */
    public void writesUsage(SoldContract contract, String product, int units) {
        created(row(UsageFields.OBJECT)
                .put(UsageFields.CONTRACT_PRODUCT, contract.products().get(product))
                .put(UsageFields.EXTERNAL_ID, UUID.randomUUID().toString())
                .put(UsageFields.UNITS, units)
                .put(UsageFields.AD_REFERENCE, "AD-0")
                .put(UsageFields.VERSION, 1));
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
