package dev.tailback.app.operator.operations;

import dev.tailback.app.input.JsonObject;
import dev.tailback.app.input.TextRule;
import java.util.Optional;
import java.util.Set;

/** The reason an operator gives for an action, as the request for it says. */
public final class Reason {

    /** The names it may have in a request; {@code why} is the old one, and goes with the next version. */
    public static final Set<String> NAMES = Set.of("reason", "why");

    private static final TextRule TEXT = TextRule.lines(500);

    private Reason() {}

    /** For the record, if one was given. */
    public static Optional<String> of(JsonObject asked) {
        Optional<String> old = asked.text("why", TEXT);
        Optional<String> reason = asked.text("reason", TEXT);
        if (old.isPresent() && reason.isPresent()) {
            refuseBoth(asked);
        }
        return reason.or(() -> old);
    }

    /** Where an action needs a reason. */
    public static String required(JsonObject asked) {
        boolean old = asked.has("why") && !asked.has("reason");
        if (asked.has("why") && !old) {
            refuseBoth(asked);
        }
        return asked.requiredText(old ? "why" : "reason", TEXT);
    }

    private static void refuseBoth(JsonObject asked) {
        asked.wrong("why", "is the old name of reason; give one of them");
    }
}
