package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tailback.salesforce.contract.ContractFields;
import dev.tailback.salesforce.contract.ContractProductFields;
import dev.tailback.salesforce.usage.UsageFields;
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
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&username=" + encode(username)
                + "&password=" + encode(password);
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
        String soql = "SELECT %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        ContractFields.ID,
                        ContractFields.OBJECT,
                        ContractFields.CUSTOMER_NAME,
                        customer,
                        ContractFields.NUMBER);
        return query(soql).path(0).path(ContractFields.ID).asText();
    }

    List<ProductLine> products(String contractId) {
        String soql = "SELECT %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        String.join(
                                ", ",
                                ContractProductFields.ID,
                                ContractProductFields.PRODUCT,
                                ContractProductFields.UNITS_SOLD,
                                ContractProductFields.CONSUMED,
                                ContractProductFields.AVAILABLE),
                        ContractProductFields.OBJECT,
                        ContractProductFields.CONTRACT,
                        contractId,
                        ContractProductFields.PRODUCT);
        List<ProductLine> lines = new ArrayList<>();
        query(soql)
                .forEach(row -> lines.add(new ProductLine(
                        row.path(ContractProductFields.ID).asText(),
                        row.path(ContractProductFields.PRODUCT).asText(),
                        row.path(ContractProductFields.UNITS_SOLD).asInt(),
                        row.path(ContractProductFields.CONSUMED).asInt(),
                        row.path(ContractProductFields.AVAILABLE).asInt())));
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
        String soql = "SELECT %s FROM %s WHERE %s = '%s' ORDER BY %s"
                .formatted(
                        String.join(
                                ", ",
                                UsageFields.NUMBER,
                                UsageFields.EXTERNAL_ID,
                                UsageFields.UNITS,
                                UsageFields.VERSION,
                                UsageFields.CANCELLED),
                        UsageFields.OBJECT,
                        UsageFields.CONTRACT,
                        contractId,
                        UsageFields.NUMBER);
        List<UsageRow> rows = new ArrayList<>();
        query(soql)
                .forEach(row -> rows.add(new UsageRow(
                        row.path(UsageFields.EXTERNAL_ID).asText(),
                        row.path(UsageFields.NUMBER).asText(),
                        row.path(UsageFields.UNITS).asInt(),
                        row.path(UsageFields.VERSION).asInt(),
                        row.path(UsageFields.CANCELLED).asBoolean())));
        return rows;
    }

    List<UsageRow> usageOfEntry(String contractId, String entryId) {
        return usage(contractId).stream()
                .filter(row -> row.entryId().equalsIgnoreCase(entryId))
                .toList();
    }

    void fulfil(String contractId) {
        JsonNode body = Http.JSON.createObjectNode().put(ContractFields.FULFILLMENT_STATUS, ContractFields.FULFILLED);
        Http.Answer answer = http.send(
                "PATCH", org.resolve(API + "/sobjects/" + ContractFields.OBJECT + "/" + contractId), bearer(), body);
        if (answer.status() != 204) {
            throw new StoryFailed("Salesforce refused to fulfil " + contractId + ": " + answer.body());
        }
    }

    private JsonNode query(String soql) {
        Http.Answer answer =
                http.send("GET", org.resolve(API + "/query?q=" + encode(soql)), bearer(), MissingNode.getInstance());
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
