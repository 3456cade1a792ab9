package dev.tailback.reconciliation;

import dev.tailback.acts.ActRequest;
import dev.tailback.usage.SalesforceId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.Set;

/**
 * What to compare.
 *
 * @param contractId one contract; everything if not given
 * @param repair send again what is ours to send
 * @param why for the record
 */
@Serdeable
record ReconcileRequest(
        @Nullable String contractId,
        boolean repair,
        @Nullable String why) {

    private static final Set<String> FIELDS = Set.of("contractId", "repair", "why");

    /** @throws dev.tailback.problems.Problem 400 {@code invalid} */
    static ReconcileRequest of(JsonNode body) {
        ActRequest asked = new ActRequest(body, FIELDS);
        ReconcileRequest request = new ReconcileRequest(
                SalesforceId.asked(asked, "contractId").orElse(null),
                asked.flag("repair"),
                asked.why().orElse(null));
        asked.refuse();
        return request;
    }

    Order order(String who) {
        return new Order(Optional.ofNullable(contractId), repair, who, why);
    }
}
