package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry as the service app shows it. */
record LedgerEntry(
        String id,
        String productId,
        int units,
        boolean cancelled,
        String state,
        String code,
        String reason,
        long version,
        long reportedVersion,
        int reportedUnits) {

    static LedgerEntry of(JsonNode entry) {
        return new LedgerEntry(
                entry.path("id").asText(),
                entry.path("contractProductId").asText(),
                entry.path("units").asInt(),
                entry.path("cancelled").asBoolean(),
                entry.path("state").asText(),
                entry.path("code").asText(""),
                entry.path("reason").asText(""),
                entry.path("version").asLong(),
                entry.path("reportedVersion").asLong(),
                entry.path("reportedUnits").asInt());
    }

    boolean isRejected() {
        return state.equals("Rejected");
    }

    /** Cancelled with Salesforce never having held it. */
    boolean isWithdrawn() {
        return code.equals("WITHDRAWN");
    }

    boolean isOpen() {
        return state.equals("Waiting") || state.equals("Retrying");
    }
}
