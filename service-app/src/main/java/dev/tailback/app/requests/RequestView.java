package dev.tailback.app.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.entries.EntryState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A correction request as people and programs see it.
 *
 * @param units the units that would be right; 0 when the entry should not count at all
 * @param reason of the person who asked
 * @param entryUnits what the entry says now; 0 when it is cancelled
 * @param entryState where the entry stands now
 * @param contractNumber as last read from Salesforce
 * @param product as last read from Salesforce
 * @param answer the reason of finance's last answer
 * @param whatNow what is expected, and of whom
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RequestView(
        UUID id,
        RequestState state,
        UUID entryId,
        UUID adId,
        String adReference,
        String adTitle,
        String contractId,
        Optional<String> contractNumber,
        Optional<String> customer,
        String contractProductId,
        Optional<String> product,
        int entryUnits,
        EntryState entryState,
        int units,
        String reason,
        String askedBy,
        Instant askedAt,
        Optional<String> answer,
        String whatNow,
        List<RequestEventView> history) {

    /** What people do about a request in this state. */
    static String whatNow(RequestState state) {
        return switch (state) {
            case OPEN -> "Finance accepts it by reopening the contract, or refuses it with a reason.";
            case REOPENING ->
                "Somebody with the permission Reopen Contract sets the contract to Open in Salesforce. Tailback looks every"
                        + " few seconds, and makes the correction by itself. Fulfil the contract again once the entry is"
                        + " Reported.";
            case CORRECTED -> "Nothing to do: the entry says what was asked for, and is reported automatically.";
            case REFUSED -> "Nothing changes. Ask again only with another reason.";
            case TAKEN_BACK -> "Nothing to do.";
        };
    }
}
