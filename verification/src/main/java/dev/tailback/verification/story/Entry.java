package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;

/** One usage entry as the service app shows it. */
record Entry(
        String id,
        String contractProductId,
        String product,
        int units,
        boolean cancelled,
        String state,
        String code,
        String reason,
        String whatNow,
        int version,
        int reportedVersion,
        String replaces) {

    static Entry of(JsonNode json) {
        return new Entry(
                json.path("id").asText(),
                json.path("contractProductId").asText(),
                json.path("product").asText(),
                json.path("units").asInt(),
                json.path("cancelled").asBoolean(),
                json.path("state").asText(),
                json.path("code").asText(""),
                json.path("reason").asText(""),
                json.path("whatNow").asText(""),
                json.path("version").asInt(),
                json.path("reportedVersion").asInt(),
                json.path("replaces").asText(""));
    }

    boolean isReported() {
        return state.equals("Reported") || state.equals("Locked");
    }
}
