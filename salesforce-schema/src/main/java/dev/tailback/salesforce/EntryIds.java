package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The entry a usage row stands for. A rule of the schema lets nothing but a UUID in. */
final class EntryIds {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private EntryIds() {}

    static UUID of(JsonNode row) {
        return find(row)
                .orElseThrow(
                        () -> new UnusableRow(
                                "Usage "
                                        + row.path(UsageFields.ID).asText() + " has the external id '" + text(row)
                                        + "', which is no id of a usage entry. Delete it in Salesforce or give it the id of its entry."));
    }

    /** Empty when the rule was off and something else got in. */
    static Optional<UUID> find(JsonNode row) {
        return UUID_FORM.matcher(text(row)).matches() ? Optional.of(UUID.fromString(text(row))) : Optional.empty();
    }

    static String text(JsonNode row) {
        return row.path(UsageFields.EXTERNAL_ID).asText();
    }
}
