package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.Set;

/**
 * What to compare.
 *
 * @param contractId one contract; everything if not given
 * @param repair send again what is ours to send
 * @param reason for the record, needed for a repair; {@code why} is its old name, and goes with the next version
 */
@Serdeable
record ReconcileRequest(
        @Nullable String contractId,
        boolean repair,
        @Nullable String reason) {

    private static final Set<String> FIELDS = Set.of("contractId", "repair", "reason", "why");

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    static ReconcileRequest of(JsonBody body) {
        JsonObject asked = body.object(FIELDS);
        boolean repair = asked.flag("repair");
        ReconcileRequest request = new ReconcileRequest(
                SalesforceId.asked(asked, "contractId").orElse(null),
                repair,
                repair ? Reason.required(asked) : Reason.of(asked).orElse(null));
        asked.refuse();
        return request;
    }

    ReconcileOrder order(String who) {
        return new ReconcileOrder(Optional.ofNullable(contractId), repair, who, reason);
    }
}
