package dev.tailback.app.oidc;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Singleton;
import java.net.URI;

/** What is asked of the provider to learn who somebody is, step by step. */
@Singleton
class ProviderConversation {

    private final Discovery discovery;
    private final CodeExchange exchange;
    private final IdTokens tokens;
    private final OidcSettings settings;

    ProviderConversation(Discovery discovery, CodeExchange exchange, IdTokens tokens, OidcSettings settings) {
        this.discovery = discovery;
        this.exchange = exchange;
        this.tokens = tokens;
        this.settings = settings;
    }

    OIDCProviderMetadata provider() throws NotSignedIn {
        return discovery.read();
    }

    Person person(Departure departure, URI redirect, String code) throws NotSignedIn {
        return Person.of(tokens.claims(exchange.idToken(provider(), redirect, departure, code), departure), settings);
    }
}
