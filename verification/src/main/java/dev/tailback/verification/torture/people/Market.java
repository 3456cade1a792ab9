package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.mapping.shipped.ContractProductFields;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Org;
import dev.tailback.verification.torture.wire.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What sales sold before the run: contracts with plenty of units, some with few, and one that is only looked at to see
 * recovery.
 */
public record Market(List<SoldContract> contracts, SoldContract lighthouse) {
    private static final int CONTRACTS = 24;
    private static final List<String> PRODUCTS = List.of("Small", "Medium", "Big");
    private static final int PLENTY = 1_000_000;
    private static final int FEW = 30;
    private static final int EVERY_TENTH = 10;
    private static final int ROWS_PER_CALL = 100;

    public static Market open(Org admin, Traffic traffic) {
        List<String> accounts = create(admin, accounts());
        List<String> ids = create(admin, contracts(accounts));
        List<String> lines = create(admin, products(ids));
        List<SoldContract> sold = new ArrayList<>();
        for (int number = 0; number < ids.size(); number++) {
            int first = number * PRODUCTS.size();
            SoldContract contract =
                    new SoldContract(ids.get(number), List.copyOf(lines.subList(first, first + PRODUCTS.size())));
            contract.products().forEach(product -> traffic.knows(product, contract.id()));
            sold.add(contract);
        }
        return new Market(List.copyOf(sold.subList(0, CONTRACTS)), sold.get(CONTRACTS));
    }

    public SoldContract anyContract(Random random) {
        return contracts.get(random.nextInt(contracts.size()));
    }

    /** The one with this id; what is none of the booked ones is the one that is looked at. */
    SoldContract contract(String id) {
        return contracts.stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElse(lighthouse);
    }

    private static List<ObjectNode> accounts() {
        List<ObjectNode> rows = new ArrayList<>();
        for (int number = 0; number <= CONTRACTS; number++) {
            rows.add(row("Account").put("Name", "Tormented Customer " + number));
        }
        return rows;
    }

    private static List<ObjectNode> contracts(List<String> accounts) {
        return accounts.stream()
                .map(account -> row(ContractFields.OBJECT)
                        .put("AccountId", account)
                        .put("Status", "Draft")
                        .put("StartDate", "2026-01-01")
                        .put("ContractTerm", 12))
                .toList();
    }

    private static List<ObjectNode> products(List<String> contracts) {
        List<ObjectNode> rows = new ArrayList<>();
        for (int number = 0; number < contracts.size(); number++) {
            for (String product : PRODUCTS) {
                rows.add(row(ContractProductFields.OBJECT)
                        .put(ContractProductFields.CONTRACT, contracts.get(number))
                        .put(ContractProductFields.PRODUCT, product)
                        .put(ContractProductFields.UNITS_SOLD, number % EVERY_TENTH == EVERY_TENTH - 1 ? FEW : PLENTY)
                        .put(ContractProductFields.UNIT_PRICE, 100));
            }
        }
        return rows;
    }

    private static ObjectNode row(String object) {
        ObjectNode row = Http.JSON.createObjectNode();
        row.putObject("attributes").put("type", object);
        return row;
    }

    private static List<String> create(Org admin, List<ObjectNode> rows) {
        List<String> ids = new ArrayList<>();
        for (int first = 0; first < rows.size(); first += ROWS_PER_CALL) {
            ArrayNode records = Http.JSON.createArrayNode();
            rows.subList(first, Math.min(rows.size(), first + ROWS_PER_CALL)).forEach(records::add);
            ids.addAll(admin.create(records));
        }
        return ids;
    }
}
