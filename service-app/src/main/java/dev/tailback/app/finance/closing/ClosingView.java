package dev.tailback.app.finance.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * A contract that closes.
 *
 * @param contractNumber as it was last read; empty when it never was
 * @param state {@code closing} while entries are unsent, {@code safe_to_fulfil} when none is left, {@code fulfilled} when
 *     it was seen so
 * @param unsent waiting, retrying and rejected together; rejected ones need a person
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClosingView(
        String contractId,
        Optional<String> contractNumber,
        Optional<String> customer,
        String state,
        long unsent,
        long waiting,
        long retrying,
        long rejected,
        Instant since,
        String who,
        String reason) {

    static ClosingView of(ClosingRows.Standing row) {
        long unsent = row.waiting() + row.retrying() + row.rejected();
        return new ClosingView(
                row.contractId(),
                Optional.ofNullable(row.number()),
                Optional.ofNullable(row.customer()),
                state(row.fulfilled(), unsent),
                unsent,
                row.waiting(),
                row.retrying(),
                row.rejected(),
                row.at(),
                row.who(),
                row.reason());
    }

    private static String state(boolean fulfilled, long unsent) {
        if (unsent > 0) {
            return "closing";
        }
        return fulfilled ? "fulfilled" : "safe_to_fulfil";
    }
}
