package dev.tailback.crm.declared;

import java.util.List;
import java.util.function.Function;

/** How the CRM knows us. Secrets are names of environment variables, never values. */
sealed interface DeclaredAccess {

    /** One answer for each alternative. */
    <R> R fold(Function<Header, R> header, Function<Basic, R> basic, Function<OAuth, R> oauth);

    /** The environment variables that must be set. */
    List<String> secrets();

    /** @param before a word before the secret, as {@code Bearer} with a blank; may be empty */
    record Header(String name, String before, String secret) implements DeclaredAccess {

        @Override
        public <R> R fold(Function<Header, R> header, Function<Basic, R> basic, Function<OAuth, R> oauth) {
            return header.apply(this);
        }

        @Override
        public List<String> secrets() {
            return List.of(secret);
        }
    }

    record Basic(String user, String password) implements DeclaredAccess {

        @Override
        public <R> R fold(Function<Header, R> header, Function<Basic, R> basic, Function<OAuth, R> oauth) {
            return basic.apply(this);
        }

        @Override
        public List<String> secrets() {
            return List.of(user, password);
        }
    }

    /** Client credentials. */
    record OAuth(String tokenPath, String client, String secret, String scope) implements DeclaredAccess {

        @Override
        public <R> R fold(Function<Header, R> header, Function<Basic, R> basic, Function<OAuth, R> oauth) {
            return oauth.apply(this);
        }

        @Override
        public List<String> secrets() {
            return List.of(client, secret);
        }
    }
}
