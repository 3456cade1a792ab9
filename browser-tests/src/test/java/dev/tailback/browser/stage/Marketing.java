package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.util.Map;

/** What others do in HubSpot during a test: they edit companies, and the account gets rules of its own. */
public final class Marketing {
    private static final Map<String, String> KEY = Map.of("Authorization", "Bearer " + CrmAddresses.HUBSPOT_KEY);
    private static final int LONGEST = 1_000;

    private final Http http = new Http();
    private final URI account;
    private boolean isStrict;

    Marketing(URI account) {
        this.account = account;
    }

    public void edits(String company, String property, String value) {
        call(
                "PUT",
                "/local-crms/records/companies/" + company,
                Http.JSON.createObjectNode().put(property, value));
    }

    /** What a company has there; empty for none. */
    public String holds(String company, String property) {
        return call("GET", "/crm/v3/objects/companies/" + company + "?properties=" + property, Http.NOTHING)
                .path("properties")
                .path(property)
                .asText("");
    }

    /** From now on no city is longer, or until the test ends; the hub's writes are refused. */
    public void takesNoCityLongerThan(int letters) {
        call("POST", "/local-crms/schema/companies/city/require", rule(letters));
        isStrict = true;
    }

    public void takesEverything() {
        if (isStrict) {
            call("POST", "/local-crms/schema/companies/city/require", rule(LONGEST));
            isStrict = false;
        }
    }

    private static ObjectNode rule(int letters) {
        return Http.JSON.createObjectNode().put("required", false).put("maxLength", letters);
    }

    private JsonNode call(String method, String path, JsonNode body) {
        Http.Answer answer = http.send(method, account.resolve(path), KEY, body)
                .orElseThrow(() -> new IllegalStateException("HubSpot did not answer " + method + " " + path));
        if (answer.status() >= 300) {
            throw new IllegalStateException("HubSpot refused " + method + " " + path + ": " + answer);
        }
        return answer.body();
    }
}
