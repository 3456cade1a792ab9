package dev.tailback.app.operator.holds;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator holds now. It has either a contract or a code.
 *
 * @param contractId nothing of this contract is sent
 * @param contractNumber as last read from Salesforce
 * @param code what was refused with it is not sent again
 * @param until when it ends automatically, if it does
 * @param who holds it
 * @param entries how many entries wait behind it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HoldView(
        Optional<String> contractId,
        Optional<String> contractNumber,
        Optional<String> customer,
        Optional<String> code,
        Instant since,
        Optional<Instant> until,
        String who,
        String reason,
        long entries) {

    static HoldView of(HoldRows.Standing row) {
        return new HoldView(
                Optional.ofNullable(row.contractId()),
                Optional.ofNullable(row.number()),
                Optional.ofNullable(row.customer()),
                Optional.ofNullable(row.code()),
                row.begunAt(),
                Optional.ofNullable(row.endsAt()),
                row.who(),
                row.reason(),
                row.entries());
    }

    /** As it stands in a sentence. */
    public String held() {
        return Held.of(contractId, code).words();
    }
}
