package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What staff ask for.
 *
 * @param units by contract product
 */
public record Booking(String title, String contractId, Map<String, Integer> units) {

    /** What an ad has now; cancelled entries are no part of it. */
    static Booking of(JsonNode ad) {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (JsonNode entry : ad.path("entries")) {
            if (!entry.path("cancelled").asBoolean()) {
                units.put(
                        entry.path("contractProductId").asText(),
                        entry.path("units").asInt());
            }
        }
        return new Booking(ad.path("title").asText(), ad.path("contractId").asText(), units);
    }

    Booking with(String productId, int count) {
        Map<String, Integer> changed = new LinkedHashMap<>(units);
        changed.put(productId, count);
        return new Booking(title, contractId, changed);
    }

    Booking without(String productId) {
        Map<String, Integer> changed = new LinkedHashMap<>(units);
        changed.remove(productId);
        return new Booking(title, contractId, changed);
    }

    public JsonNode json() {
        ObjectNode body = Http.JSON.createObjectNode().put("title", title).put("contractId", contractId);
        ArrayNode products = body.putArray("products");
        units.forEach((product, count) ->
                products.addObject().put("contractProductId", product).put("units", count));
        return body;
    }
}
