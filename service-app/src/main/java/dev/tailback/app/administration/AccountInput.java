package dev.tailback.app.administration;

import dev.tailback.app.accounts.Role;
import dev.tailback.app.accounts.UserName;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The bodies of calls that change accounts. */
final class AccountInput {

    private static final TextRule LINE = TextRule.line(100);
    private static final TextRule REASON = TextRule.lines(500);

    private AccountInput() {}

    /** A new account. */
    @Serdeable
    record NewAccount(String name, List<String> roles, String reason) {

        static NewAccount of(JsonBody body) {
            JsonObject asked = body.object(Set.of("name", "roles", "reason"));
            String name = asked.requiredText("name", LINE);
            if (!name.isEmpty() && !UserName.isWellFormed(name)) {
                asked.wrong("name", UserName.OBJECTION);
            }
            NewAccount account = new NewAccount(name, roleWords(asked), asked.requiredText("reason", REASON));
            asked.refuse();
            return account;
        }
    }

    /** Other roles. */
    @Serdeable
    record NewRoles(List<String> roles, String reason) {

        static NewRoles of(JsonBody body) {
            JsonObject asked = body.object(Set.of("roles", "reason"));
            NewRoles roles = new NewRoles(roleWords(asked), asked.requiredText("reason", REASON));
            asked.refuse();
            return roles;
        }
    }

    /** The reason for it. */
    @Serdeable
    record Because(String reason) {

        static Because of(JsonBody body) {
            JsonObject asked = body.object(Set.of("reason"));
            Because because = new Because(asked.requiredText("reason", REASON));
            asked.refuse();
            return because;
        }
    }

    static List<Role> roles(List<String> words) {
        return words.stream().map(word -> Role.of(word).orElseThrow()).toList();
    }

    private static List<String> roleWords(JsonObject asked) {
        List<String> words = new ArrayList<>(asked.words("roles", Role.values().length));
        if (words.stream().anyMatch(word -> Role.of(word).isEmpty())) {
            asked.wrong("roles", "must be of " + String.join(", ", Role.words()));
        }
        return words;
    }
}
