package dev.tailback.verification.benchmarks.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.mapping.shipped.ContractProductFields;
import dev.tailback.verification.fleet.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sells before anything is measured: contracts with one product each, and more units than a measurement books. */
public record Sales(LabOrg org) {
    private static final int ROWS_A_CALL = 200;
    private static final int UNITS = 1_000_000;

    public List<SoldLine> sell(int contracts) {
        String account = create(Stream.of(row("Account").put("Name", "Measured Customer")))
                .get(0);
        List<String> ids = create(IntStream.range(0, contracts).mapToObj(number -> contract(account)));
        List<String> lines = create(ids.stream().map(Sales::product));
        return IntStream.range(0, contracts)
                .mapToObj(number -> new SoldLine(ids.get(number), lines.get(number)))
                .toList();
    }

    private static ObjectNode contract(String account) {
        return row(ContractFields.OBJECT)
                .put("AccountId", account)
                .put("Status", "Draft")
                .put("StartDate", "2026-01-01")
                .put("ContractTerm", 12);
    }

    private static ObjectNode product(String contract) {
        return row(ContractProductFields.OBJECT)
                .put(ContractProductFields.CONTRACT, contract)
                .put(ContractProductFields.PRODUCT, "Small")
                .put(ContractProductFields.UNITS_SOLD, UNITS)
                .put(ContractProductFields.UNIT_PRICE, 100);
    }

    private static ObjectNode row(String object) {
        ObjectNode row = Http.JSON.createObjectNode();
        row.putObject("attributes").put("type", object);
        return row;
    }

    private List<String> create(Stream<ObjectNode> rows) {
        List<ObjectNode> all = rows.toList();
        List<String> ids = new ArrayList<>();
        for (int first = 0; first < all.size(); first += ROWS_A_CALL) {
            ArrayNode records = Http.JSON.createArrayNode();
            all.subList(first, Math.min(all.size(), first + ROWS_A_CALL)).forEach(records::add);
            ids.addAll(org.create(records));
        }
        return ids;
    }
}
