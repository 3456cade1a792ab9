package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.story.StoryFailed;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A person in HubSpot: sees what its API says, and edits as on its pages. */
public final class MarketingPerson implements CrmDesk {
    private static final Map<String, String> KEY = Map.of("Authorization", "Bearer " + CrmAddresses.HUBSPOT_KEY);

    private final Http http = new Http();
    private final URI account;
    private final Map<String, String> renamed = new ConcurrentHashMap<>();

    public MarketingPerson(URI account) {
        this.account = account;
    }

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.MARKETING;
    }

    @Override
    public synchronized List<HeldRecord> all(Part part) {
        CrmObject object = part.in(crm());
        String first = "/crm/v3/objects/" + object.name() + "?limit=100&properties="
                + object.fields().keySet().stream()
                        .map(attribute -> property(part, attribute))
                        .collect(Collectors.joining(","));
        List<HeldRecord> all = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = call("GET", next, Http.NOTHING);
            page.path("results").forEach(row -> all.add(held(part, row)));
            String after = page.path("paging").path("next").path("after").asText("");
            next = after.isEmpty() ? "" : first + "&after=" + after;
        }
        all.sort(Comparator.comparing(record -> Long.parseLong(record.id())));
        return all;
    }

    private HeldRecord held(Part part, JsonNode row) {
        Map<String, String> values = new TreeMap<>();
        JsonNode properties = row.path("properties");
        part.in(crm())
                .fields()
                .keySet()
                .forEach(attribute -> values.put(
                        attribute, properties.path(property(part, attribute)).asText("")));
        values.replaceAll((attribute, value) -> value.equals("null") ? "" : value);
        return new HeldRecord(
                row.path("id").asText(), values, row.path("updatedAt").asText());
    }

    @Override
    public synchronized void edit(Part part, String id, String attribute, String value) {
        call(
                "PUT",
                "/local-crms/records/" + part.in(crm()).name() + "/" + id,
                Http.JSON.createObjectNode().put(property(part, attribute), value));
    }

    @Override
    public void delete(Part part, String id) {
        call("DELETE", "/local-crms/records/" + part.in(crm()).name() + "/" + id, Http.NOTHING);
    }

    /** As a person does who finds it in the bin. */
    void restore(Part part, String id) {
        call("POST", "/local-crms/records/" + part.in(crm()).name() + "/" + id + "/restore", Http.NOTHING);
    }

    /** From then on it is known here by the new name; nobody looks or types while it gets it. */
    public synchronized void rename(Part part, String attribute, String name) {
        call(
                "POST",
                "/local-crms/schema/" + part.in(crm()).name() + "/" + property(part, attribute) + "/rename",
                Http.JSON.createObjectNode().put("to", name));
        renamed.put(part.entity() + " " + attribute, name);
    }

    private String property(Part part, String attribute) {
        return renamed.getOrDefault(
                part.entity() + " " + attribute, part.in(crm()).field(attribute));
    }

    public JsonNode call(String method, String path, JsonNode body) {
        Answer answer = http.send(method, account.resolve(path), KEY, body)
                .orElseThrow(() -> new StoryFailed("HubSpot did not answer " + method + " " + path));
        if (answer.status() >= 300) {
            throw new StoryFailed("HubSpot refused " + method + " " + path + ": " + answer);
        }
        return answer.body();
    }
}
