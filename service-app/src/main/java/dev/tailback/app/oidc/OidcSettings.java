package dev.tailback.app.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The OpenID provider: {@code TAILBACK_OIDC_ISSUER} and its neighbours. An empty value counts as not given.
 *
 * @param issuer exactly as the provider writes it; empty: there is no provider
 * @param clientId which client we are there
 * @param clientSecret empty: a public client, for which PKCE alone vouches
 * @param scopes what is asked for, with spaces between; {@code openid profile email} unless given
 * @param rolesClaim where the ID token holds the values that give roles; {@code roles} unless given
 * @param roles which value gives which role, such as {@code service=ads-staff;admin=ads-admins}; each role by its own
 *     word unless given
 * @param nameClaim where the ID token holds the name of a new account; {@code preferred_username} unless given
 * @param label what people call the provider; the host of the issuer unless given
 * @param answerWithin how long one answer may take, until its last byte; 5 seconds unless given
 */
@ConfigurationProperties("tailback.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String scopes,
        @Nullable String rolesClaim,
        @Nullable String roles,
        @Nullable String nameClaim,
        @Nullable String label,
        @Nullable Duration answerWithin) {

    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public OidcSettings {
        issuer = or(issuer, "");
        clientId = or(clientId, "");
        clientSecret = or(clientSecret, "");
        scopes = or(scopes, "openid profile email");
        rolesClaim = or(rolesClaim, "roles");
        roles = or(roles, "");
        nameClaim = or(nameClaim, "preferred_username");
        label = or(label, host(issuer));
        answerWithin = answerWithin == null ? Duration.ofSeconds(5) : answerWithin;
    }

    public boolean isOn() {
        return !issuer.isEmpty();
    }

    /** What is wrong with the values, a sentence each. @param publicUrl where the provider sends people back to */
    public List<String> objections(String publicUrl) {
        List<String> objections = new ArrayList<>();
        if (!isOn()) {
            if (!clientId.isEmpty()) {
                objections.add("TAILBACK_OIDC_CLIENT_ID is set without TAILBACK_OIDC_ISSUER: set both or none");
            }
            return objections;
        }
        if (issuer.length() > LONGEST || !isSafe(issuer)) {
            objections.add("TAILBACK_OIDC_ISSUER is no address of a provider: write it as https://host or"
                    + " https://host/path (http only on this machine)");
        }
        if (clientId.isEmpty()) {
            objections.add("TAILBACK_OIDC_CLIENT_ID is not set: set it to the id of this client at the provider");
        }
        if (publicUrl.isEmpty()) {
            objections.add("TAILBACK_PUBLIC_URL is not set: TAILBACK_OIDC_ISSUER needs it, because the provider sends"
                    + " people back there");
        }
        if (!List.of(scopes.split(" ")).contains("openid")) {
            objections.add("TAILBACK_OIDC_SCOPES lacks openid: set it to openid and what else your provider needs");
        }
        RoleMapping.objection(roles).ifPresent(objections::add);
        return objections;
    }

    /** Whether what is sent there cannot be read or changed on the way: HTTPS, or this machine. */
    static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            boolean whole = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            boolean https = "https".equals(uri.getScheme());
            return whole && (https || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static String host(String issuer) {
        try {
            return or(new URI(issuer).getHost(), issuer);
        } catch (URISyntaxException notOne) {
            return issuer;
        }
    }

    private static String or(@Nullable String value, String standard) {
        return value == null || value.isBlank() ? standard : value.strip();
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
