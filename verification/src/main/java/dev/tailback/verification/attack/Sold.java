package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.mapping.shipped.ContractProductFields;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Org;
import java.net.URI;

/** A contract that sales made before the attack, with more units than a run books. */
record Sold(String contractId, String productId) {
    private static final int PLENTY = 10_000_000;

    static Sold in(URI org) {
        Org admin = new Org(org, "admin@tailback.local");
        String account = create(admin, row("Account").put("Name", "Attacked Customer"));
        String contract = create(
                admin,
                row(ContractFields.OBJECT)
                        .put("AccountId", account)
                        .put("Status", "Draft")
                        .put("StartDate", "2026-01-01")
                        .put("ContractTerm", 12));
        String product = create(
                admin,
                row(ContractProductFields.OBJECT)
                        .put(ContractProductFields.CONTRACT, contract)
                        .put(ContractProductFields.PRODUCT, "Small")
                        .put(ContractProductFields.UNITS_SOLD, PLENTY)
                        .put(ContractProductFields.UNIT_PRICE, 100));
        return new Sold(contract, product);
    }

    private static ObjectNode row(String object) {
        ObjectNode row = Http.JSON.createObjectNode();
        row.putObject("attributes").put("type", object);
        return row;
    }

    private static String create(Org admin, ObjectNode row) {
        ArrayNode one = Http.JSON.createArrayNode().add(row);
        return admin.create(one).get(0);
    }
}
