package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** The entry a usage row stands for. A rule of the schema lets nothing but a UUID in. */
final class EntryIds {

    private EntryIds() {}

    static UUID of(JsonNode row) {
        String externalId = row.path(UsageFields.EXTERNAL_ID).asText();
        try {
            return UUID.fromString(externalId);
        } catch (IllegalArgumentException foreign) {
            throw new UnusableRow("Usage " + row.path(UsageFields.ID).asText() + " has the external id '" + externalId
                    + "', which is no id of a usage entry. Delete it in Salesforce or give it the id of its entry.");
        }
    }
}
