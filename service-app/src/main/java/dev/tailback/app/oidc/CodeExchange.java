package dev.tailback.app.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.tailback.app.oidc.NotSignedIn.Why;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Redeems a code for an ID token. The access token that comes with it is thrown away: nothing is asked with it. */
final class CodeExchange {

    private final ProviderHttp http;
    private final Provider provider;

    CodeExchange(ProviderHttp http, Provider provider) {
        this.http = http;
        this.provider = provider;
    }

    JWT idToken(OIDCProviderMetadata metadata, URI redirect, Departure departure, String code) throws NotSignedIn {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), redirect, new CodeVerifier(departure.verifier()));
        URI endpoint = metadata.getTokenEndpointURI();
        TokenRequest.Builder request = provider.clientSecret()
                .map(secret -> new TokenRequest.Builder(endpoint, authentication(metadata, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client(), grant));
        try {
            HTTPResponse answer = request.build().toHTTPRequest().send(http);
            if (answer.getStatusCode() >= 500) {
                throw new IOException("the token endpoint answered " + answer.getStatusCode());
            }
            return idToken(OIDCTokenResponseParser.parse(answer));
        } catch (IOException | ParseException unreadable) {
            throw new NotSignedIn(Why.UNAVAILABLE, "the code could not be redeemed", unreadable);
        }
    }

    private static JWT idToken(TokenResponse answer) throws NotSignedIn {
        if (!answer.indicatesSuccess()) {
            ErrorObject error = answer.toErrorResponse().getErrorObject();
            String code = error == null ? "without a code" : String.valueOf(error.getCode());
            Why why = code.equals("invalid_grant") ? Why.EXPIRED : Why.REFUSED;
            throw new NotSignedIn(why, "the token endpoint refused the code: " + code);
        }
        JWT token = ((OIDCTokenResponse) answer).getOIDCTokens().getIDToken();
        if (token == null) {
            throw new NotSignedIn(Why.UNTRUSTED, "the token endpoint gave no ID token");
        }
        return token;
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata, Secret secret) {
        List<ClientAuthenticationMethod> offered = metadata.getTokenEndpointAuthMethods();
        boolean onlyPost = offered != null
                && !offered.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && offered.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return onlyPost ? new ClientSecretPost(client(), secret) : new ClientSecretBasic(client(), secret);
    }

    private ClientID client() {
        return new ClientID(provider.clientId());
    }
}
