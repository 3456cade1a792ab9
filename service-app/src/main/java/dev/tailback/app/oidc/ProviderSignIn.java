package dev.tailback.app.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.tailback.app.oidc.NotSignedIn.Why;
import dev.tailback.app.oidc.ProviderAccounts.Arrival;
import dev.tailback.app.sessions.Sessions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The way of a person to the provider and back: authorization code, PKCE with S256, state, nonce. */
@Singleton
public class ProviderSignIn {

    private final Optional<ProviderConversation> conversation;
    private final ProviderAccounts accounts;
    private final Sessions sessions;
    private final OwnAddress own;

    ProviderSignIn(OidcSettings settings, ProviderAccounts accounts, Sessions sessions, OwnAddress own, Clock clock) {
        this.conversation = settings.provider().map(provider -> ProviderConversation.with(provider, clock));
        this.accounts = accounts;
        this.sessions = sessions;
        this.own = own;
    }

    public boolean isOn() {
        return conversation.isPresent();
    }

    private ProviderConversation required() {
        return conversation.orElseThrow(() -> new IllegalStateException("There is no provider"));
    }

    /** What people call the provider; empty when there is none. */
    public String label() {
        return conversation.map(ours -> ours.provider().label()).orElse("");
    }

    /** Where the provider asks who is there. @param again whether it shall ask although it knows */
    public URI leave(Departure departure, boolean again) throws NotSignedIn {
        Provider provider = required().provider();
        OIDCProviderMetadata metadata = required().metadata();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(provider.scopes()),
                        new ClientID(provider.clientId()),
                        own.callback())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(departure.state()))
                .nonce(new Nonce(departure.nonce()))
                .codeChallenge(new CodeVerifier(departure.verifier()), CodeChallengeMethod.S256);
        return (again ? request.prompt(Prompt.Type.LOGIN) : request).build().toURI();
    }

    /** @return the name of the account that may come in */
    public String arrive(Departure departure, String code) throws NotSignedIn {
        Person person = required().person(departure, own.callback(), code);
        Arrival arrival = accounts.arrive(person);
        if (!arrival.username().isEmpty()) {
            sessions.changed(arrival.username());
        }
        if (arrival.refused().isPresent()) {
            Why why = arrival.refused().get();
            throw new NotSignedIn(why, person + ", account '" + arrival.username() + "'; " + person.remark());
        }
        return arrival.username();
    }

    /** Where the provider ends its own session; empty when it offers no such place, or cannot be asked now. */
    public Optional<URI> logoutAt() {
        return conversation.flatMap(this::logoutAt);
    }

    private Optional<URI> logoutAt(ProviderConversation asked) {
        ClientID client = new ClientID(asked.provider().clientId());
        try {
            return Optional.ofNullable(asked.metadata().getEndSessionEndpointURI())
                    .filter(place -> Provider.isSafe(place.toString()))
                    .map(place -> new LogoutRequest(place, null, null, client, own.login(), null, null).toURI());
        } catch (NotSignedIn away) {
            return Optional.empty();
        }
    }
}
