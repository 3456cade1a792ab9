package dev.tailback.standalone.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person sees and does in Salesforce, through its REST API and under that person's own permissions. */
final class SalesDesk {
    private static final String API = "/services/data/v62.0";

    private final Http http = new Http();
    private final URI org;
    private final String token;

    private SalesDesk(URI org, String token) {
        this.org = org;
        this.token = token;
    }

    static SalesDesk login(URI org, String username, String password) {
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&username="
                + encode(username) + "&password=" + encode(password);
        Http.Answer answer = new Http()
                .send(HttpRequest.newBuilder(org.resolve("/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
        if (answer.status() != 200) {
            throw new StoryFailed("Salesforce refused the login of " + username + ": " + answer.body());
        }
        return new SalesDesk(org, answer.body().path("access_token").asText());
    }

    String contractOf(String customer) {
        return query("SELECT Id FROM Contract WHERE Account.Name = '" + customer + "' ORDER BY ContractNumber")
                .path(0)
                .path("Id")
                .asText();
    }

    List<ProductLine> products(String contractId) {
        List<ProductLine> lines = new ArrayList<>();
        query("SELECT Id, Product_Type__c, Units_Sold__c, Consumed__c, Available__c FROM Contract_Product__c"
                        + " WHERE Contract__c = '" + contractId + "' ORDER BY Product_Type__c")
                .forEach(row -> lines.add(new ProductLine(
                        row.path("Id").asText(),
                        row.path("Product_Type__c").asText(),
                        row.path("Units_Sold__c").asInt(),
                        row.path("Consumed__c").asInt(),
                        row.path("Available__c").asInt())));
        return lines;
    }

    ProductLine product(String contractId, String product) {
        return products(contractId).stream()
                .filter(line -> line.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("Contract " + contractId + " sells no " + product));
    }

    /** In the order in which Salesforce created them. */
    List<UsageRow> usage(String contractId) {
        List<UsageRow> rows = new ArrayList<>();
        query("SELECT Name, External_Id__c, Contract_Product__r.Product_Type__c, Units__c, Version__c, Cancelled__c,"
                        + " SystemModstamp FROM Product_Usage__c WHERE Contract_Product__r.Contract__c = '" + contractId
                        + "' ORDER BY Name")
                .forEach(row -> rows.add(new UsageRow(
                        row.path("External_Id__c").asText(),
                        row.path("Name").asText(),
                        row.path("Contract_Product__r").path("Product_Type__c").asText(),
                        row.path("Units__c").asInt(),
                        row.path("Version__c").asInt(),
                        row.path("Cancelled__c").asBoolean(),
                        row.path("SystemModstamp").asText())));
        return rows;
    }

    List<UsageRow> usageOfEntry(String contractId, String entryId) {
        return usage(contractId).stream()
                .filter(row -> row.entryId().equalsIgnoreCase(entryId))
                .toList();
    }

    void fulfil(String contractId) {
        JsonNode body = Http.JSON.createObjectNode().put("Fulfillment_Status__c", "Fulfilled");
        Http.Answer answer =
                http.send("PATCH", org.resolve(API + "/sobjects/Contract/" + contractId), bearer(), body);
        if (answer.status() != 204) {
            throw new StoryFailed("Salesforce refused to fulfil " + contractId + ": " + answer.body());
        }
    }

    private JsonNode query(String soql) {
        Http.Answer answer = http.send(
                "GET", org.resolve(API + "/query?q=" + encode(soql)), bearer(), MissingNode.getInstance());
        if (answer.status() != 200) {
            throw new StoryFailed("Salesforce refused a query: " + answer.body());
        }
        return answer.body().path("records");
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
