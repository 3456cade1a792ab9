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
import java.util.Optional;

/** The way of a person to the provider and back: authorization code, PKCE with S256, state, nonce. */
@Singleton
public class ProviderSignIn {

    private final ProviderConversation conversation;
    private final ProviderAccounts accounts;
    private final Sessions sessions;
    private final OidcSettings settings;
    private final OwnAddress own;

    ProviderSignIn(
            ProviderConversation conversation,
            ProviderAccounts accounts,
            Sessions sessions,
            OidcSettings settings,
            OwnAddress own) {
        this.conversation = conversation;
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.own = own;
    }

    public boolean isOn() {
        return settings.isOn();
    }

    /** What people call the provider; empty when there is none. */
    public String label() {
        return isOn() ? settings.label() : "";
    }

    /** Where the provider asks who is there. @param again whether it shall ask although it knows */
    public URI leave(Departure departure, boolean again) throws NotSignedIn {
        OIDCProviderMetadata provider = conversation.provider();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.scopes()),
                        new ClientID(settings.clientId()),
                        own.callback())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(new State(departure.state()))
                .nonce(new Nonce(departure.nonce()))
                .codeChallenge(new CodeVerifier(departure.verifier()), CodeChallengeMethod.S256);
        return (again ? request.prompt(Prompt.Type.LOGIN) : request).build().toURI();
    }

    /** @return the name of the account that may come in */
    public String arrive(Departure departure, String code) throws NotSignedIn {
        Person person = conversation.person(departure, own.callback(), code);
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
        try {
            return Optional.ofNullable(isOn() ? conversation.provider().getEndSessionEndpointURI() : null)
                    .filter(place -> OidcSettings.isSafe(place.toString()))
                    .map(place -> new LogoutRequest(
                                    place, null, null, new ClientID(settings.clientId()), own.login(), null, null)
                            .toURI());
        } catch (NotSignedIn away) {
            return Optional.empty();
        }
    }
}
