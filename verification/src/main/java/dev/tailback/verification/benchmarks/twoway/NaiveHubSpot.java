package dev.tailback.verification.benchmarks.twoway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Companies by a search for their modified time, then 50 in one call with who set each value. */
final class NaiveHubSpot implements NaiveCrm {
    private static final String PERSON = "CRM_UI";
    private static final int FOUND = 200;
    private static final int READ = 50;
    private static final int WRITTEN = 100;

    private final Http http = new Http();
    private final CrmObject companies = CustomerCrm.MARKETING.companies();
    private final URI account;

    NaiveHubSpot(URI account) {
        this.account = account;
    }

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.MARKETING;
    }

    @Override
    public List<NaiveChange> modified(Instant since) {
        ObjectNode body = Http.JSON.createObjectNode().put("limit", FOUND);
        ObjectNode filter =
                body.putArray("filterGroups").addObject().putArray("filters").addObject();
        filter.put("propertyName", "hs_lastmodifieddate")
                .put("operator", "GTE")
                .put("value", Long.toString(since.toEpochMilli()));
        body.putArray("sorts")
                .addObject()
                .put("propertyName", "hs_lastmodifieddate")
                .put("direction", "ASCENDING");
        List<String> ids = new ArrayList<>();
        call("/search", body)
                .path("results")
                .forEach(found -> ids.add(found.path("id").asText()));
        List<NaiveChange> changes = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += READ) {
            read(ids.subList(from, Math.min(ids.size(), from + READ)))
                    .path("results")
                    .forEach(row -> changes.add(change(row)));
        }
        return changes;
    }

    private JsonNode read(List<String> ids) {
        ObjectNode body = Http.JSON.createObjectNode();
        ArrayNode properties = body.putArray("properties");
        ArrayNode withHistory = body.putArray("propertiesWithHistory");
        companies.fields().values().forEach(field -> {
            properties.add(field);
            withHistory.add(field);
        });
        ArrayNode inputs = body.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        return call("/batch/read", body);
    }

    private NaiveChange change(JsonNode row) {
        Map<String, String> values = new HashMap<>();
        Instant newest = Instant.MIN;
        String by = "";
        for (Map.Entry<String, String> field : companies.fields().entrySet()) {
            JsonNode value = row.path("properties").path(field.getValue());
            values.put(field.getKey(), value.isNull() ? "" : value.asText(""));
            JsonNode version =
                    row.path("propertiesWithHistory").path(field.getValue()).path(0);
            Instant set = version.isMissingNode()
                    ? Instant.MIN
                    : Instant.parse(version.path("timestamp").asText());
            if (set.isAfter(newest)) {
                newest = set;
                by = version.path("sourceType").asText();
            }
        }
        return new NaiveChange(
                row.path("id").asText(), Instant.parse(row.path("updatedAt").asText()), !by.equals(PERSON), values);
    }

    @Override
    public void write(Map<String, Map<String, String>> records) {
        List<String> ids = List.copyOf(records.keySet());
        for (int from = 0; from < ids.size(); from += WRITTEN) {
            ObjectNode body = Http.JSON.createObjectNode();
            ArrayNode inputs = body.putArray("inputs");
            ids.subList(from, Math.min(ids.size(), from + WRITTEN))
                    .forEach(id -> fill(inputs.addObject(), id, records.getOrDefault(id, Map.of())));
            call("/batch/update", body);
        }
    }

    private void fill(ObjectNode input, String id, Map<String, String> values) {
        ObjectNode properties = input.put("id", id).putObject("properties");
        values.forEach((attribute, value) -> properties.put(companies.field(attribute), value));
    }

    private JsonNode call(String path, JsonNode body) {
        Map<String, String> key = Map.of("Authorization", "Bearer " + CrmAddresses.HUBSPOT_KEY);
        URI uri = account.resolve("/crm/v3/objects/" + companies.name() + path);
        return http.send("POST", uri, key, body)
                .filter(answer -> answer.status() < 300)
                .map(Answer::body)
                .orElseThrow(() -> new CrmAway("HubSpot does not answer " + path + " as it should"));
    }
}
