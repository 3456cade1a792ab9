package dev.tailback.app.operator.operations;

import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.security.authentication.Authentication;
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

    /**
     * Of a person who decides about one rejected entry. Staff decide about their own work and may leave it out; an
     * operator acts on the work of others.
     *
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} when an operator gives none
     */
    public static By by(Authentication who, @Nullable String given) {
        String reason = given == null ? "" : given.strip();
        if (who.getRoles().contains("operator")) {
            return new By(who.getName(), TEXT.required("reason", reason));
        }
        return new By(who.getName(), reason.isEmpty() ? null : TEXT.checked("reason", reason));
    }

    /** Of an operator who filled in a form. @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    public static String required(Form form) {
        return TEXT.required("reason", form.text("reason").strip());
    }

    private static void refuseBoth(JsonObject asked) {
        asked.wrong("why", "is the old name of reason; give one of them");
    }
}
