package dev.tailback.acts;

import dev.tailback.input.JsonObject;
import dev.tailback.input.TextRule;
import java.util.Optional;

/** Why an operator does something, as the request for it says. */
public final class Why {

    private static final TextRule REASON = TextRule.lines(500);

    private Why() {}

    /** For the record, if somebody said so. */
    public static Optional<String> of(JsonObject asked) {
        return asked.text("why", REASON);
    }

    /** Where nobody may act without saying so. */
    public static String required(JsonObject asked) {
        return asked.requiredText("why", REASON);
    }
}
