package dev.tailback.app.operator.parked;

import dev.tailback.app.input.JsonBody;
import dev.tailback.app.input.JsonObject;
import dev.tailback.app.input.SalesforceId;
import dev.tailback.app.input.TextRule;
import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.operator.operations.Scope;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.Set;

/**
 * Which parked entries to let through again.
 *
 * @param code only those refused with this code
 * @param contractId only those of this contract
 * @param limit at most so many, 1 to 1000; 100 if not given
 * @param dryRun only count
 * @param reason for the record; {@code why} is its old name, and goes with the next version
 */
@Serdeable
record RetryRequest(
        @Nullable String code,
        @Nullable String contractId,
        int limit,
        boolean dryRun,
        @Nullable String reason) {

    private static final Set<String> FIELDS = Set.of("code", "contractId", "limit", "dryRun", "reason", "why");

    /** @throws dev.tailback.app.problems.Problem 400 {@code invalid} */
    static RetryRequest of(JsonBody body) {
        JsonObject asked = body.object(FIELDS);
        RetryRequest request = new RetryRequest(
                asked.text("code", TextRule.line(100)).orElse(null),
                SalesforceId.asked(asked, "contractId").orElse(null),
                asked.whole("limit", 1, 1_000, 100),
                asked.flag("dryRun"),
                Reason.of(asked).orElse(null));
        asked.refuse();
        return request;
    }

    Scope scope() {
        return Scope.of(Optional.ofNullable(code), Optional.ofNullable(contractId));
    }
}
