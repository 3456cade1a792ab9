package dev.tailback.app.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Signs tokens (JWT, HS256) with our secret, and reads those that carry this very signature. There is no way through
 * here without it: an unsigned token, another algorithm, another key, an altered or expired token and one without id,
 * account or end read as nothing.
 */
@Singleton
public class TokenSignature {

    /** Longer texts are no token of ours; ours have about 250 characters. */
    private static final int LONGEST = 1_000;

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    TokenSignature(SessionSecret secret, Clock clock) {
        byte[] key = secret.text().getBytes(StandardCharsets.UTF_8);
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (KeyLengthException tooShort) {
            throw new IllegalStateException("TAILBACK_SESSION_SECRET needs 32 characters or more.", tooShort);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
        this.clock = clock;
    }

    String sign(SignedToken token) {
        SignedJWT signed = new SignedJWT(
                HEADER,
                new JWTClaimsSet.Builder()
                        .jwtID(token.id())
                        .subject(token.username())
                        .expirationTime(Date.from(token.expiresAt()))
                        .build());
        try {
            signed.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A token could not be signed", impossible);
        }
        return signed.serialize();
    }

    /** Empty for every text that is not a token of ours, or one that is over. */
    Optional<SignedToken> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean ours = HEADER.getAlgorithm().equals(token.getHeader().getAlgorithm()) && token.verify(verifier);
            return ours ? living(token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<SignedToken> living(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        if (claims.getJWTID() == null || claims.getSubject() == null || end == null) {
            return Optional.empty();
        }
        Instant expiresAt = end.toInstant();
        return Optional.of(new SignedToken(claims.getJWTID(), claims.getSubject(), expiresAt))
                .filter(token -> clock.instant().isBefore(expiresAt));
    }
}
