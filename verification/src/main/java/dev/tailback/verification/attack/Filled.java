package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.pages.Forms;

/**
 * What stands in place of the names in braces: things that are there, so that no call is refused only because nothing
 * is found.
 *
 * @param values by name in the path, for those that mean the same everywhere
 */
record Filled(String contractId, String productId, String adId, String entryId, String etag) {
    private static final String SOMEBODY = "service";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

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
        if (template.contains("/sessions/") || template.contains("/tokens/")) {
            return template.replace("{id}", "none").replace("{name}", SOMEBODY);
        }
        boolean own = template.matches("/api/accounts/\\{name}(/password)?");
        return template.replace("{id}", id(template))
                .replace("{name}", own ? "admin" : SOMEBODY)
                .replace("{entryId}", entryId)
                .replace("{contractId}", contractId)
                .replace("{number}", "1")
                .replace("{profile}", "tailback")
                .replaceAll("\\{[a-zA-Z]+}", NOTHING);
    }

    private String id(String template) {
        if (template.contains("/contracts/") || template.contains("/salesforce/")) {
            return contractId;
        }
        if (template.contains("/reconcile/")) {
            return "1";
        }
        return template.contains("/usage/") ? entryId : adId;
    }

    /** With a body that changes nothing: who is let in is refused for what the body lacks. */
    RawRequest request(Route route, String formToken) {
        RawRequest request = RawRequest.of(route.method(), path(route.template()));
        if (route.isOfApi()) {
            return route.method().matches("GET|HEAD|TRACE|OPTIONS") ? request : request.json("{}");
        }
        RawRequest page = request.with("Accept: text/html, */*;q=0.8");
        return route.method().equals("POST") ? page.form("csrfToken=" + Forms.encode(formToken)) : page;
    }
}
