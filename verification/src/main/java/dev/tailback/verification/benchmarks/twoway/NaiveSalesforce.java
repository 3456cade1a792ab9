package dev.tailback.verification.benchmarks.twoway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts by their modified time; 200 in one call. */
final class NaiveSalesforce implements NaiveCrm {
    private static final String API = "/services/data/v62.0";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final int A_CALL = 200;

    private final Http http = new Http();
    private final CrmObject accounts = CustomerCrm.SALES.companies();
    private final URI org;
    private final String token;
    private final String own;

    NaiveSalesforce(URI org) {
        this.org = org;
        JsonNode granted = require(http.send(HttpRequest.newBuilder(org.resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=tailback&client_secret=local-org"))
                .build()));
        this.token = granted.path("access_token").asText();
        String identity = granted.path("id").asText();
        this.own = identity.substring(identity.lastIndexOf('/') + 1);
    }

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.SALES;
    }

    @Override
    public List<NaiveChange> modified(Instant since) {
        String soql = "SELECT Id, SystemModstamp, LastModifiedById, "
                + String.join(", ", accounts.fields().values()) + " FROM " + accounts.name()
                + " WHERE SystemModstamp >= " + since.truncatedTo(ChronoUnit.SECONDS);
        JsonNode page = call("GET", "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), Http.NOTHING);
        List<NaiveChange> changes = new ArrayList<>();
        page.path("records").forEach(row -> changes.add(change(row)));
        return changes;
    }

    private NaiveChange change(JsonNode row) {
        Map<String, String> values = new HashMap<>();
        accounts.fields()
                .forEach((attribute, field) -> values.put(
                        attribute,
                        row.path(field).isNull() ? "" : row.path(field).asText("")));
        return new NaiveChange(
                row.path("Id").asText(),
                ZonedDateTime.parse(row.path("SystemModstamp").asText(), TIME).toInstant(),
                own.startsWith(row.path("LastModifiedById").asText()),
                values);
    }

    @Override
    public void write(Map<String, Map<String, String>> records) {
        List<String> ids = List.copyOf(records.keySet());
        for (int from = 0; from < ids.size(); from += A_CALL) {
            ObjectNode body = Http.JSON.createObjectNode().put("allOrNone", false);
            ArrayNode rows = body.putArray("records");
            ids.subList(from, Math.min(ids.size(), from + A_CALL))
                    .forEach(id -> fill(rows.addObject(), id, records.getOrDefault(id, Map.of())));
            call("PATCH", "/composite/sobjects", body);
        }
    }

    private void fill(ObjectNode row, String id, Map<String, String> values) {
        row.putObject("attributes").put("type", accounts.name());
        row.put("id", id);
        values.forEach((attribute, value) -> row.put(accounts.field(attribute), value));
    }

    private JsonNode call(String method, String path, JsonNode body) {
        return require(http.send(method, org.resolve(API + path), Map.of("Authorization", "Bearer " + token), body));
    }

    private static JsonNode require(Optional<Answer> answer) {
        return answer.filter(given -> given.status() < 300)
                .map(Answer::body)
                .orElseThrow(() -> new CrmAway("Salesforce: " + answer));
    }
}
