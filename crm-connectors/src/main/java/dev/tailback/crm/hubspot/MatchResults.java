package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which result belongs to which input: HubSpot promises no order. It goes by the trace that we gave, or else by id or key;
 * where nothing tells, the outcome stays unknown.
 */
record MatchResults(Map<Integer, JsonNode> byWrite) {

    static MatchResults of(SortedMap<Integer, HubSpotInput> inputs, JsonNode results) {
        Map<Integer, JsonNode> matched = new HashMap<>();
        Set<JsonNode> used = new HashSet<>();
        inputs.forEach((write, input) -> {
            for (JsonNode result : results) {
                if (!used.contains(result) && belongs(result, write, input)) {
                    used.add(result);
                    matched.put(write, result);
                    break;
                }
            }
        });
        if (inputs.size() == 1 && results.size() == 1) {
            matched.putIfAbsent(inputs.firstKey(), results.path(0));
        }
        return new MatchResults(matched);
    }

    private static boolean belongs(JsonNode result, int write, HubSpotInput input) {
        String trace = result.path("objectWriteTraceId").asText("");
        if (!trace.isEmpty()) {
            return trace.equals("w" + write);
        }
        return input.keyField()
                .map(field -> result.path("properties").path(field).asText(""))
                .or(() -> input.id().map(id -> result.path("id").asText("")))
                .flatMap(told -> input.id().filter(told::equalsIgnoreCase))
                .isPresent();
    }

    Optional<JsonNode> of(int write) {
        return Optional.ofNullable(byWrite.get(write));
    }
}
