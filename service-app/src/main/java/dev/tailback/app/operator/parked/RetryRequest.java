package dev.tailback.app.operator.parked;

import dev.tailback.app.entries.Selection;
import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.Period;
import dev.tailback.web.input.TextRule;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Which parked entries to let through again.
 *
 * @param code only those refused with this code
 * @param contractId only those of this contract
 * @param text only those with this text, as in the search of entries
 * @param since only those to which something happened since then: a time, or a duration back from now
 * @param until and before this
 * @param limit at most so many, 1 to 1000; 100 if not given
 * @param dryRun only count
 * @param reason for the record, needed unless it is a dry run; {@code why} is its old name, and goes with the next
 *     version
 */
@Serdeable
record RetryRequest(
        @Nullable String code,
        @Nullable String contractId,
        @Nullable String text,
        @Nullable String since,
        @Nullable String until,
        int limit,
        boolean dryRun,
        @Nullable String reason) {

    private static final TextRule TIME = TextRule.line(40);

    private static final Set<String> FIELDS =
            Set.of("code", "contractId", "text", "since", "until", "limit", "dryRun", "reason", "why");

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    static RetryRequest of(JsonBody body) {
        JsonObject asked = body.object(FIELDS);
        boolean dryRun = asked.flag("dryRun");
        RetryRequest request = new RetryRequest(
                asked.text("code", TextRule.line(100)).orElse(null),
                SalesforceId.asked(asked, "contractId").orElse(null),
                asked.text("text", TextRule.line(200)).orElse(null),
                asked.text("since", TIME).orElse(null),
                asked.text("until", TIME).orElse(null),
                asked.whole("limit", 1, RetryParked.MOST, RetryParked.USUAL),
                dryRun,
                dryRun ? Reason.of(asked).orElse(null) : Reason.required(asked));
        asked.refuse();
        return request;
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    Selection selection(Clock clock) {
        return new Selection(
                Optional.ofNullable(code),
                Optional.ofNullable(contractId),
                Optional.ofNullable(text),
                Period.of(or(since), or(until), clock));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
