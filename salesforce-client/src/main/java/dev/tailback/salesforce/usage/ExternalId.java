package dev.tailback.salesforce.usage;

import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.UnusableRow;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The external id of a usage row, which names the entry it stands for. A rule of the schema lets nothing but a UUID in.
 *
 * @param row the row's own id, for sentences
 * @param text as it is, since the next page begins behind it
 */
record ExternalId(String row, String text) {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int LONGEST_SHOWN = 80;

    static ExternalId in(Cells usage, String field) {
        String row = ForeignText.line(usage.row().path("Id").asText(), LONGEST_SHOWN);
        return new ExternalId(
                row,
                usage.asItIs(field)
                        .orElseThrow(
                                () -> new UnusableRow(
                                        "Usage " + row
                                                + " has an external id longer than its field. See who answers in Salesforce's place.")));
    }

    /** Empty when the rule was off and something else got in. */
    Optional<UUID> entry() {
        return entry(text);
    }

    static Optional<UUID> entry(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    UUID requireEntry() {
        return entry().orElseThrow(() -> new UnusableRow("Usage " + row + " has the external id '"
                + ForeignText.line(text, LONGEST_SHOWN) + "', which is no id of a usage entry. Delete it in "
                + "Salesforce or give it the id of its entry."));
    }

    /** One line that is fit to be shown. */
    String shown() {
        return ForeignText.line(text, Cells.LONGEST_TEXT);
    }
}
