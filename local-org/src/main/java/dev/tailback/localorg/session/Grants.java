package dev.tailback.localorg.session;

import dev.tailback.localorg.users.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What may be exchanged for a session later: authorization codes, once, and refresh tokens, until they are revoked. */
public final class Grants {
    private static final int BYTES = 48;

    private record Code(Person person, String redirect, String challenge) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> refreshTokens = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param refreshToken one that is good from the start, for the integration user
     */
    public Grants(Optional<String> refreshToken) {
        refreshToken.ifPresent(token -> refreshTokens.put(token, Person.INTEGRATION));
    }

    /**
     * @param challenge of PKCE, empty when the client gave none
     */
    public String code(Person person, String redirect, String challenge) {
        String code = "aPrx" + secret();
        codes.put(code, new Code(person, redirect, challenge));
        return code;
    }

    /**
     * @throws GrantRefused when the code is unknown, used, or not for this client
     */
    public Person redeem(String code, String redirect, String verifier) {
        Code known = codes.remove(code);
        if (known == null) {
            throw new GrantRefused("invalid_grant", "expired authorization code");
        }
        if (!known.redirect().equals(redirect)) {
            throw new GrantRefused("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        if (!known.challenge().isEmpty() && !known.challenge().equals(challenge(verifier))) {
            throw new GrantRefused("invalid_grant", "invalid code verifier");
        }
        return known.person();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public String refreshToken(Person person) {
        String token = "5Aep861" + secret();
        refreshTokens.put(token, person);
        return token;
    }

    /**
     * @throws GrantRefused when there is no such token
     */
    public Person refreshed(String token) {
        Person person = refreshTokens.get(token);
        if (person == null) {
            throw new GrantRefused("invalid_grant", "expired access/refresh token");
        }
        return person;
    }

    /** True when there was such a token. */
    public boolean revoke(String token) {
        return refreshTokens.remove(token) != null;
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
