package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The entry a usage row stands for. A rule of the schema lets nothing but a UUID in. */
final class EntryIds {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final int LONGEST_SHOWN = 80;

    private EntryIds() {}

    static UUID of(JsonNode row) {
        return find(row)
                .orElseThrow(() -> new UnusableRow("Usage " + shown(row.path(UsageFields.ID))
                        + " has the external id '" + shown(row.path(UsageFields.EXTERNAL_ID))
                        + "', which is no id of a usage entry. Delete it in Salesforce or give "
                        + "it the id of its entry."));
    }

    /** Empty when the rule was off and something else got in. */
    static Optional<UUID> find(JsonNode row) {
        return find(text(row));
    }

    static Optional<UUID> find(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** As it is, since the next page begins behind it. */
    static String text(JsonNode row) {
        String text = row.path(UsageFields.EXTERNAL_ID).asText();
        if (text.length() > Cells.LONGEST_TEXT) {
            throw new UnusableRow("Usage " + shown(row.path(UsageFields.ID))
                    + " has an external id longer than its field. See who answers in Salesforce's place.");
        }
        return text;
    }

    private static String shown(JsonNode text) {
        return ForeignText.line(text.asText(), LONGEST_SHOWN);
    }
}
