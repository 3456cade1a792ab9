package dev.tailback.crm.hubspot;

import java.util.function.Function;

/** How HubSpot knows us. Secrets show in no text. */
public sealed interface HubSpotAccess {

    /** One answer for each alternative. */
    <R> R fold(Function<Key, R> key, Function<OAuth, R> oauth);

    /** A service key, or the static token of an app that is installed in one account. */
    record Key(String key) implements HubSpotAccess {

        @Override
        public <R> R fold(Function<Key, R> key, Function<OAuth, R> oauth) {
            return key.apply(this);
        }

        @Override
        public String toString() {
            return "Key[***]";
        }
    }

    /** An app that somebody of the account has allowed. */
    record OAuth(String clientId, String clientSecret, String refreshToken) implements HubSpotAccess {

        @Override
        public <R> R fold(Function<Key, R> key, Function<OAuth, R> oauth) {
            return oauth.apply(this);
        }

        @Override
        public String toString() {
            return "OAuth[clientId=" + clientId + ", ***]";
        }
    }
}
