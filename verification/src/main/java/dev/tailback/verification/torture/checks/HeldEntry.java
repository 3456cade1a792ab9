package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.shipped.UsageFields;

/** A usage row as Salesforce shows it. */
record HeldEntry(String entry, String productId, long version, int units, boolean cancelled) {
    static final String QUERY = "SELECT %s FROM %s ORDER BY %s"
            .formatted(
                    String.join(
                            ", ",
                            UsageFields.EXTERNAL_ID,
                            UsageFields.CONTRACT_PRODUCT,
                            UsageFields.VERSION,
                            UsageFields.UNITS,
                            UsageFields.CANCELLED),
                    UsageFields.OBJECT,
                    UsageFields.NUMBER);

    static HeldEntry of(JsonNode row) {
        return new HeldEntry(
                row.path(UsageFields.EXTERNAL_ID).asText(),
                row.path(UsageFields.CONTRACT_PRODUCT).asText(),
                row.path(UsageFields.VERSION).asLong(),
                row.path(UsageFields.UNITS).asInt(),
                row.path(UsageFields.CANCELLED).asBoolean());
    }

    /** Units that Salesforce counts as consumed. */
    int counted() {
        return cancelled ? 0 : units;
    }
}
