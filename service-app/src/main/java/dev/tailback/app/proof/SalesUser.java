package dev.tailback.app.proof;

import dev.tailback.salesforce.session.Grant;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How to see the org as a user of sales does: given for one proof, kept in memory while it is made, and written nowhere.
 */
sealed interface SalesUser {

    String USERNAME = "salesUsername";
    String PASSWORD = "salesPassword";
    String TOKEN = "salesToken";
    Set<String> FIELDS = Set.of(USERNAME, PASSWORD, TOKEN);

    /** Salesforce's user names have up to 80 letters; a password may end with a security token. */
    TextRule NAME = TextRule.line(80);

    TextRule SECRET = TextRule.line(300);
    TextRule LONG_SECRET = TextRule.line(8_192);

    /** Empty when none is given, or what is given is noted as wrong. */
    static Optional<SalesUser> of(JsonObject asked) {
        Optional<String> username = asked.text(USERNAME, NAME);
        Optional<String> password = asked.text(PASSWORD, SECRET);
        Optional<String> token = asked.text(TOKEN, LONG_SECRET);
        if (token.isPresent() && (username.isPresent() || password.isPresent())) {
            asked.wrong(TOKEN, "is given beside a name or a password; give one or the other");
        } else if (username.isPresent() != password.isPresent()) {
            asked.wrong(username.isPresent() ? PASSWORD : USERNAME, "is missing: name and password belong together");
        }
        return token.<SalesUser>map(ByToken::new)
                .or(() -> username.flatMap(name -> password.map(secret -> new ByPassword(name, secret))));
    }

    /** @param instance where the org answers, asked only where the login does not say it */
    Grant grant(Supplier<URI> instance);

    /** With name and password. */
    record ByPassword(String username, String password) implements SalesUser {

        @Override
        public Grant grant(Supplier<URI> instance) {
            return Grant.ofAUser(username, password);
        }

        @Override
        public String toString() {
            return "ByPassword[username=" + username + ", password=***]";
        }
    }

    /** With a token that the user has got. */
    record ByToken(String token) implements SalesUser {

        @Override
        public Grant grant(Supplier<URI> instance) {
            return Grant.ofAToken(instance.get(), token);
        }

        @Override
        public String toString() {
            return "ByToken[token=***]";
        }
    }
}
