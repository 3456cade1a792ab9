package dev.tailback.app.requests;

import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import java.util.UUID;

/**
 * What staff ask of finance, read from JSON.
 *
 * @param units that would be right, from 0 to 1,000,000; 0 when the entry should not count at all
 * @param reason up to 500 characters
 */
@Serdeable
public record AskedCorrection(UUID entryId, int units, String reason) {

    private static final int MOST_UNITS = 1_000_000;
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public static AskedCorrection of(JsonBody body) {
        JsonObject fields = body.object(Set.of("entryId", "units", "reason"));
        String id = fields.requiredText("entryId", TextRule.line(100));
        int units = fields.whole("units", 0, MOST_UNITS);
        String reason = fields.requiredText("reason", TextRule.lines(500));
        if (!id.isEmpty() && !id.matches(UUID_FORM)) {
            fields.wrong("entryId", "must be the id of a usage entry");
        }
        fields.refuse();
        return new AskedCorrection(UUID.fromString(id), units, reason);
    }
}
