package dev.tailback.localorg.users;

import static dev.tailback.program.Variable.LOCAL_ORG_CLIENT_ID;
import static dev.tailback.program.Variable.LOCAL_ORG_CLIENT_SECRET;
import static dev.tailback.program.Variable.LOCAL_ORG_JWT_KEYS;
import static dev.tailback.program.Variable.LOCAL_ORG_PASSWORD;
import static dev.tailback.program.Variable.LOCAL_ORG_REFRESH_TOKEN;
import static dev.tailback.program.Variable.LOCAL_ORG_USER_DOMAIN;

import dev.tailback.program.Environment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may log in to a local org.
 *
 * @param domain part after the {@code @} of the user names {@code integration}, {@code sales}, {@code finance},
 *     {@code admin}
 * @param password one password for all of them
 * @param clientId consumer key of the only connected app
 * @param clientSecret its secret; client credentials run as {@code integration}
 * @param jwtKeys directory with the certificates and public keys whose JWT assertions are believed
 * @param refreshToken a refresh token of {@code integration} that is good from the start
 */
public record Accounts(
        String domain,
        String password,
        String clientId,
        String clientSecret,
        Optional<Path> jwtKeys,
        Optional<String> refreshToken) {

    /** The accounts of the demo, as the README prints them. */
    public static Accounts standard() {
        return new Accounts("tailback.local", "local-org", "tailback", "local-org", Optional.empty(), Optional.empty());
    }

    /** {@link #standard()} with what the environment names ({@code LOCAL_ORG_PASSWORD} and so on) put in its place. */
    public static Accounts from(Environment environment) {
        Accounts standard = standard();
        return new Accounts(
                environment.given(LOCAL_ORG_USER_DOMAIN).orElse(standard.domain),
                environment.given(LOCAL_ORG_PASSWORD).orElse(standard.password),
                environment.given(LOCAL_ORG_CLIENT_ID).orElse(standard.clientId),
                environment.given(LOCAL_ORG_CLIENT_SECRET).orElse(standard.clientSecret),
                environment.given(LOCAL_ORG_JWT_KEYS).map(Path::of),
                environment.given(LOCAL_ORG_REFRESH_TOKEN));
    }

    public Accounts withJwtKeys(Path directory) {
        return new Accounts(domain, password, clientId, clientSecret, Optional.of(directory), refreshToken);
    }

    public Accounts withRefreshToken(String token) {
        return new Accounts(domain, password, clientId, clientSecret, jwtKeys, Optional.of(token));
    }

    /** The full user name of one of the four people. */
    public String username(String person) {
        return person + "@" + domain;
    }
}
