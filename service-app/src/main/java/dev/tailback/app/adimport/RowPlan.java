package dev.tailback.app.adimport;

import dev.tailback.app.adimport.ImportedRow.Booked;
import dev.tailback.app.ads.AdRequest;
import dev.tailback.app.pages.ContractShown;
import dev.tailback.app.pages.ProductChoice;
import dev.tailback.web.input.Json;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row with what it asks for.
 *
 * @param request empty when it asks for nothing that could be saved
 * @param fault why, for people
 */
record RowPlan(ImportedRow row, Optional<ContractShown> contract, Optional<AdRequest> request, String fault) {

    static RowPlan of(ImportedRow row, RowContracts contracts, Texts texts) {
        Optional<ContractShown> contract = contracts.find(row.text(Column.CONTRACT));
        if (contract.isEmpty()) {
            return faulty(row, contract, texts.of("staff.row.no-contract"));
        }
        List<Json> products = new ArrayList<>();
        for (Booked booked : row.booked()) {
            Optional<String> id = id(booked.product(), contract.get().products());
            if (id.isEmpty()) {
                return faulty(row, contract, texts.of("staff.row.no-product", booked.product()));
            }
            if (!booked.units().matches("[1-9]\\d{0,6}")) {
                return faulty(row, contract, texts.of("staff.wrong.units", booked.product()));
            }
            products.add(new Json.Fields(
                    Map.of("contractProductId", new Json.Text(id.get()), "units", new Json.Digits(booked.units()))));
        }
        return checked(row, contract, products, texts);
    }

    /** By the reader of the API, so that a file is taken and refused as everything else is. */
    private static RowPlan checked(
            ImportedRow row, Optional<ContractShown> contract, List<Json> products, Texts texts) {
        Map<String, Json> ad = new LinkedHashMap<>();
        ad.put("title", new Json.Text(row.text(Column.TITLE)));
        ad.put("contractId", new Json.Text(contract.orElseThrow().id()));
        ad.put("products", new Json.Items(products));
        ad.put("serviceDate", new Json.Text(row.text(Column.SERVICE_DATE)));
        ad.put("customerReference", new Json.Text(row.text(Column.CUSTOMER_REFERENCE)));
        ad.put("note", new Json.Text(row.text(Column.NOTE)));
        try {
            AdRequest request = AdRequest.newAd(new JsonBody(new Json.Fields(ad)));
            return new RowPlan(row, contract, Optional.of(request), "");
        } catch (Problem refusal) {
            return faulty(row, contract, RowSentences.of(refusal, texts));
        }
    }

    private static RowPlan faulty(ImportedRow row, Optional<ContractShown> contract, String sentence) {
        return new RowPlan(row, contract, Optional.empty(), sentence);
    }

    /** A product by its name, or by its id as Salesforce shows it. */
    private static Optional<String> id(String typed, List<ProductChoice> products) {
        Optional<String> byName = products.stream()
                .filter(product -> product.name().equalsIgnoreCase(typed))
                .map(ProductChoice::contractProductId)
                .findFirst();
        return byName.or(() -> dev.tailback.app.salesforce.SalesforceId.of(typed));
    }
}
