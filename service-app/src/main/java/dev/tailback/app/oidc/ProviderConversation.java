package dev.tailback.app.oidc;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Clock;

/** What is asked of the provider to learn who somebody is, step by step. */
final class ProviderConversation {

    private final Provider provider;
    private final Discovery discovery;
    private final CodeExchange exchange;
    private final IdTokens tokens;

    private ProviderConversation(Provider provider, Discovery discovery, CodeExchange exchange, IdTokens tokens) {
        this.provider = provider;
        this.discovery = discovery;
        this.exchange = exchange;
        this.tokens = tokens;
    }

    /** Nothing is asked yet: a provider that is away stops no start. */
    static ProviderConversation with(Provider provider, Clock clock) {
        ProviderHttp http = new ProviderHttp(provider.answerWithin());
        Discovery discovery = new Discovery(http, provider.issuer(), clock);
        IdTokens tokens = new IdTokens(new ProviderKeys(discovery, http, clock), provider);
        return new ProviderConversation(provider, discovery, new CodeExchange(http, provider), tokens);
    }

    Provider provider() {
        return provider;
    }

    OIDCProviderMetadata metadata() throws NotSignedIn {
        return discovery.read();
    }

    Person person(Departure departure, URI redirect, String code) throws NotSignedIn {
        return Person.of(tokens.claims(exchange.idToken(metadata(), redirect, departure, code), departure), provider);
    }
}
