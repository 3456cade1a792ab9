package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What stands in place of the names in braces: things that are there, so that no call is refused only because nothing
 * is found.
 *
 * @param values by name in the path, for those that mean the same everywhere
 */
record Filled(String contractId, String productId, String adId, String entryId, String etag) {

    static Filled by(Staff staff) {
        JsonNode ad = staff.book("Attacked ad").orElseThrow().body();
        return new Filled(
                staff.contractId(),
                staff.productId(),
                ad.path("id").asText(),
                ad.path("entries").path(0).path("id").asText(),
                ad.path("etag").asText(""));
    }

    String path(String template) {
        String id = template.contains("/contracts/") ? contractId : template.contains("/usage/") ? entryId : adId;
        if (template.contains("/sessions/")) {
            return template.replace("{id}", "none");
        }
        String filled = template.contains("/reconcile/") ? template.replace("{id}", "1") : template.replace("{id}", id);
        for (Map.Entry<String, String> value :
                Map.of("{entryId}", entryId, "{name}", "service").entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    /** With a body that changes nothing: who is let in is refused for what the body lacks. */
    RawRequest request(Route route, String formToken) {
        RawRequest request = RawRequest.of(route.method(), path(route.template()));
        if (route.isOfApi()) {
            return route.method().matches("GET|HEAD|TRACE|OPTIONS") ? request : request.json("{}");
        }
        RawRequest page = request.with("Accept: text/html");
        return route.method().equals("POST") ? page.form("csrfToken=" + Forms.encode(formToken)) : page;
    }
}
