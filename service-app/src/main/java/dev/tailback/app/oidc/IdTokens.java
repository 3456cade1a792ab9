package dev.tailback.app.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.tailback.app.oidc.NotSignedIn.Why;
import java.util.Set;

/**
 * Believes an ID token only when a key of the provider signed it with an algorithm of the list, and it is from this
 * issuer, for this client, for this departure, and for now, as the clock of the machine says, within a minute. {@code
 * none} is not in the list, and neither is one whose key would be a secret: a public key verifies nothing else.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final int SKEW_SECONDS = 60;

    private final ProviderKeys keys;
    private final Provider provider;

    IdTokens(ProviderKeys keys, Provider provider) {
        this.keys = keys;
        this.provider = provider;
    }

    JWTClaimsSet claims(JWT token, Departure departure) throws NotSignedIn {
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(provider.issuer()),
                new ClientID(provider.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        try {
            return validator.validate(token, new Nonce(departure.nonce())).toJWTClaimsSet();
        } catch (BadJOSEException | ParseException | IllegalArgumentException notBelieved) {
            throw new NotSignedIn(Why.UNTRUSTED, "its ID token does not count", notBelieved);
        } catch (JOSEException unreadable) {
            throw new NotSignedIn(Why.UNAVAILABLE, "its ID token could not be checked", unreadable);
        }
    }
}
