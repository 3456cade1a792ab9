package dev.tailback.app.operator.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.entries.CountsView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One comparison of ledger and Salesforce.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param contractId one contract only; empty when everything was compared
 * @param who asked for it; {@code tailback} when it was scheduled
 * @param code why it failed
 * @param entries of the ledger that were compared
 * @param held rows of Salesforce that were compared
 * @param counts differences by kind, every kind named
 * @param differences all of them together
 * @param repaired entries that go out again
 * @param repairedNow how the repaired entries among {@code found} stand now: until Salesforce has answered about each
 *     of them, nobody knows whether the repair worked; empty in overviews, and when nothing was repaired
 * @param found the differences, at most the first 1,000; empty in overviews
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReconciliationView(
        long id,
        String state,
        Optional<String> contractId,
        boolean repair,
        String who,
        Instant begunAt,
        Optional<Instant> endedAt,
        Optional<String> code,
        Optional<String> reason,
        long entries,
        long held,
        Map<String, Long> counts,
        long differences,
        long repaired,
        Optional<CountsView> repairedNow,
        List<Difference> found) {

    /** Why a failed one did not get to its end, for the key of a text. */
    public String failure() {
        return switch (code.orElse("")) {
            case "INTERNAL" -> "internal";
            case "ABANDONED" -> "abandoned";
            default -> "unread";
        };
    }
}
