package dev.tailback.reconciliation;

import dev.tailback.problems.Problem;
import dev.tailback.usage.Asked;
import dev.tailback.usage.SalesforceId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * What to compare.
 *
 * @param contractId one contract; everything if not given
 * @param repair send again what is ours to send
 * @param why for the record
 */
@Serdeable
record ReconcileRequest(
        @Nullable @Size(max = 18, message = "is no Salesforce id")
        String contractId,

        @Nullable Boolean repair,

        @Nullable @Size(max = 500, message = "is longer than 500 characters")
        String why) {

    /** @throws Problem 400 {@code invalid} */
    Order order(String who) {
        return new Order(
                Asked.text(contractId).map(id -> SalesforceId.of(id).orElseThrow(ReconcileRequest::noId)),
                Boolean.TRUE.equals(repair),
                who,
                why);
    }

    private static Problem noId() {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "contractId is no Salesforce id: it has 15 or 18 letters and digits.")
                .with("errors", List.of(Map.of("field", "contractId", "message", "is no Salesforce id")));
    }
}
