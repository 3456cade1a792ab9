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

/** A person in HubSpot: sees what its API says, and edits as on its pages. */
public final class MarketingPerson implements CrmDesk {
    private static final Map<String, String> KEY = Map.of("Authorization", "Bearer " + CrmAddresses.HUBSPOT_KEY);

    private final Http http = new Http();
    private final URI account;

    public MarketingPerson(URI account) {
        this.account = account;
    }

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.MARKETING;
    }

    @Override
    public List<HeldRecord> all(Part part) {
        CrmObject object = part.in(crm());
        String first = "/crm/v3/objects/" + object.name() + "?limit=100&properties="
                + String.join(",", object.fields().values());
        List<HeldRecord> all = new ArrayList<>();
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = call("GET", next, Http.NOTHING);
            page.path("results").forEach(row -> all.add(held(object, row)));
            String after = page.path("paging").path("next").path("after").asText("");
            next = after.isEmpty() ? "" : first + "&after=" + after;
        }
        all.sort(Comparator.comparing(record -> Long.parseLong(record.id())));
        return all;
    }

    private static HeldRecord held(CrmObject object, JsonNode row) {
        Map<String, String> values = new TreeMap<>();
        JsonNode properties = row.path("properties");
        object.fields()
                .forEach((attribute, field) ->
                        values.put(attribute, properties.path(field).asText("")));
        values.replaceAll((attribute, value) -> value.equals("null") ? "" : value);
        return new HeldRecord(
                row.path("id").asText(), values, row.path("updatedAt").asText());
    }

    @Override
    public void edit(Part part, String id, String attribute, String value) {
        CrmObject object = part.in(crm());
        call(
                "PUT",
                "/local-crms/records/" + object.name() + "/" + id,
                Http.JSON.createObjectNode().put(object.field(attribute), value));
    }

    @Override
    public void delete(Part part, String id) {
        call("DELETE", "/local-crms/records/" + part.in(crm()).name() + "/" + id, Http.NOTHING);
    }

    JsonNode call(String method, String path, JsonNode body) {
        Answer answer = http.send(method, account.resolve(path), KEY, body)
                .orElseThrow(() -> new StoryFailed("HubSpot did not answer " + method + " " + path));
        if (answer.status() >= 300) {
            throw new StoryFailed("HubSpot refused " + method + " " + path + ": " + answer);
        }
        return answer.body();
    }
}
