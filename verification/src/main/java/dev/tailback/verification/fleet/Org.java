package dev.tailback.verification.fleet;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.verification.fleet.Http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one person sees and does in Salesforce, through its REST API. */
public final class Org {
    private static final List<String> FLAGS = List.of("true", "false");
    private static final String API = "/services/data/v62.0";

    private final Http http = new Http();
    private final URI org;
    private final String username;
    private volatile String token = "";

    public Org(URI org, String username) {
        this.org = org;
        this.username = username;
    }

    /** Rows of one object, all or none; the new ids in the order given. */
    public List<String> create(ArrayNode records) {
        ObjectNode body = Http.JSON.createObjectNode().put("allOrNone", true);
        body.set("records", records);
        JsonNode results = require(call("POST", API + "/composite/sobjects", body), 200, "creating rows");
        List<String> ids = new ArrayList<>();
        for (JsonNode result : results) {
            if (!result.path("success").asBoolean()) {
                throw new OrgRefused("Salesforce refused to create " + records.get(0) + ": " + result);
            }
            ids.add(result.path("id").asText());
        }
        return ids;
    }

    /** Fulfils or reopens a contract. */
    public Optional<Answer> status(String contractId, String status) {
        return change(contractId, Http.JSON.createObjectNode().put(ContractFields.FULFILLMENT_STATUS, status));
    }

    /** Fulfils a contract and says when, as the month of its usage is told by. */
    public Optional<Answer> fulfil(String contractId, Instant time) {
        ObjectNode fields =
                Http.JSON.createObjectNode().put(ContractFields.FULFILLMENT_STATUS, ContractFields.FULFILLED);
        return change(
                contractId,
                fields.put(
                        ContractFields.FULFILLED_ON, time.truncatedTo(SECONDS).toString()));
    }

    /** Sets one field of a row; {@code true} and {@code false} are a checkbox's. */
    public Optional<Answer> set(String object, String id, String field, String value) {
        ObjectNode fields = Http.JSON.createObjectNode();
        if (FLAGS.contains(value)) {
            fields.put(field, Boolean.parseBoolean(value));
        } else {
            fields.put(field, value);
        }
        return change(object, id, fields);
    }

    private Optional<Answer> change(String contractId, JsonNode fields) {
        return change(ContractFields.OBJECT, contractId, fields);
    }

    private Optional<Answer> change(String object, String id, JsonNode fields) {
        return call("PATCH", API + "/sobjects/" + object + "/" + id, fields);
    }

    /** Every row of the answer, however many pages it has. */
    public List<JsonNode> query(String soql) {
        List<JsonNode> rows = new ArrayList<>();
        String next = API + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (!next.isEmpty()) {
            JsonNode page = require(call("GET", next, Http.NOTHING), 200, "a query");
            page.path("records").forEach(rows::add);
            next = page.path("nextRecordsUrl").asText("");
        }
        return rows;
    }

    private static JsonNode require(Optional<Answer> answer, int status, String what) {
        if (answer.isEmpty() || answer.get().status() != status) {
            throw new OrgRefused("Salesforce did not take " + what + ": "
                    + answer.map(Record::toString).orElse("no answer"));
        }
        return answer.get().body();
    }

    private Optional<Answer> call(String method, String path, JsonNode body) {
        Optional<Answer> answer = http.send(method, org.resolve(path), bearer(), body);
        if (answer.isPresent() && answer.get().status() == 401 && login()) {
            return http.send(method, org.resolve(path), bearer(), body);
        }
        return answer;
    }

    /** The headers of a call that this person makes without this class. */
    public Map<String, String> signedIn() {
        if (!login()) {
            throw new OrgRefused("Salesforce did not let " + username + " in");
        }
        return bearer();
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private boolean login() {
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&username="
                + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password=local-org";
        Optional<Answer> answer = http.send(HttpRequest.newBuilder(org.resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        answer.filter(granted -> granted.status() == 200)
                .ifPresent(
                        granted -> token = granted.body().path("access_token").asText());
        return answer.filter(granted -> granted.status() == 200).isPresent();
    }
}
