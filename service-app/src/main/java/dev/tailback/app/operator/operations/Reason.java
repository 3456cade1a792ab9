package dev.tailback.app.operator.operations;

import dev.tailback.app.input.JsonObject;
import dev.tailback.app.input.TextRule;
import java.util.Optional;

/** Why an operator does something, as the request for it says. */
public final class Reason {

    private static final TextRule REASON = TextRule.lines(500);

    private Reason() {}

    /** For the record, if somebody said so. */
    public static Optional<String> of(JsonObject asked) {
        return asked.text("why", REASON);
    }

    /** Where nobody may act without saying so. */
    public static String required(JsonObject asked) {
        return asked.requiredText("why", REASON);
    }
}
