package dev.tailback.parked;

import dev.tailback.acts.Scope;
import dev.tailback.usage.Asked;
import dev.tailback.usage.SalesforceId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * Which parked entries to let through again.
 *
 * @param code only those refused with this code
 * @param contractId only those of this contract
 * @param limit at most so many, 1 to 1000; 100 if not given
 * @param dryRun only count
 * @param why for the record
 */
@Serdeable
record RetryRequest(
        @Nullable @Size(max = 100, message = "is longer than 100 characters")
        String code,

        @Nullable @Size(max = 18, message = "is no Salesforce id")
        String contractId,

        @Nullable
        @Min(value = 1, message = "must be from 1 to 1000")
        @Max(value = 1_000, message = "must be from 1 to 1000")
        Integer limit,

        @Nullable Boolean dryRun,

        @Nullable @Size(max = 500, message = "is longer than 500 characters")
        String why) {

    static final int USUAL_LIMIT = 100;

    Scope scope() {
        return Scope.of(Asked.text(code), Asked.text(contractId).map(SalesforceId::spelledOut));
    }

    int most() {
        return limit == null ? USUAL_LIMIT : limit;
    }

    boolean onlyCount() {
        return Boolean.TRUE.equals(dryRun);
    }
}
