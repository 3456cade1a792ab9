package dev.tailback.app.operator.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.rejected.HeldVersions;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * An entry that a retry of many left as it was.
 *
 * @param code why, such as {@code salesforce_unavailable}
 * @param reason the same in a sentence
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LeftParked(UUID entryId, String contractId, String code, String reason) {

    /**
     * Those entries for which only Salesforce could tell which version it would accept.
     *
     * @param reason why it did not, as the end of a sentence about Salesforce
     */
    static List<LeftParked> among(List<Entry> entries, String reason) {
        return entries.stream()
                .filter(HeldVersions::mustBeAsked)
                .map(entry -> new LeftParked(
                        entry.id(),
                        entry.contractId(),
                        "salesforce_unavailable",
                        "It was refused for its version (" + entry.code()
                                + "), so Salesforce must tell the one it holds, and " + reason
                                + ". Retry it when it is back."))
                .toList();
    }
}
