package dev.tailback.app.operator.holds;

import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.Moments;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operator asks to hold or to let go, with the reason. */
public record HoldOrder(Held held, String reason, Optional<Instant> endsAt) {

    private static final TextRule CODE = TextRule.line(100);
    private static final TextRule TIME = TextRule.line(40);

    /**
     * As it stands in a request: either contract or code.
     *
     * @param until when it ends automatically: a time, or a duration from now such as 2h; not at all if not given
     * @param reason for the record; everybody sees it
     */
    @Serdeable
    record HoldRequest(String contractId, String code, String until, String reason) {}

    /** As it stands in a request to let go. */
    @Serdeable
    record ReleaseRequest(String contractId, String code, String reason) {}

    /** @throws Problem 400 {@code invalid} */
    static HoldOrder toHold(JsonBody body, Clock clock) {
        JsonObject asked = body.object(Set.of("contractId", "code", "until", "reason"));
        Optional<String> until = asked.text("until", TIME);
        return order(asked, until.flatMap(end -> Moments.ahead("until", end, clock)));
    }

    /** @throws Problem 400 {@code invalid} */
    static HoldOrder toLetGo(JsonBody body) {
        return order(body.object(Set.of("contractId", "code", "reason")), Optional.empty());
    }

    private static HoldOrder order(JsonObject asked, Optional<Instant> endsAt) {
        Optional<String> contractId = SalesforceId.asked(asked, "contractId");
        Optional<String> code = asked.text("code", CODE);
        String reason = Reason.required(asked);
        asked.refuse();
        return new HoldOrder(either(contractId, code), reason, endsAt);
    }

    /** As typed on a page. @throws Problem 400 {@code invalid} */
    public static HoldOrder typed(Form form, Clock clock) {
        Optional<String> contractId = SalesforceId.typed("contractId", form.text("contractId"));
        String code = CODE.checked("code", form.text("code").strip());
        Held held = either(contractId, Optional.of(code).filter(some -> !some.isEmpty()));
        Optional<Instant> endsAt = Moments.ahead("until", form.text("until"), clock);
        return new HoldOrder(held, Reason.required(form), endsAt);
    }

    private static Held either(Optional<String> contractId, Optional<String> code) {
        if (contractId.isPresent() == code.isPresent()) {
            String message = "give either contractId or code";
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "invalid",
                            "Nothing was done: say what it is about, either one contract (contractId) or one cause"
                                    + " (code).")
                    .with("errors", List.of(Map.of("field", "contractId", "message", message)));
        }
        return Held.of(contractId, code);
    }
}
