package dev.tailback.app.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenID provider of this installation, and how we are registered there.
 *
 * @param issuer exactly as the provider writes it
 * @param clientId which client we are there
 * @param clientSecret empty: a public client, for which PKCE alone vouches
 * @param scopes what is asked for, with spaces between
 * @param rolesClaim where the ID token holds the values that give roles
 * @param roles which value gives which role, as {@link RoleMapping} reads it
 * @param nameClaim where the ID token holds the name of a new account
 * @param label what people call the provider
 * @param answerWithin how long one answer may take, until its last byte
 */
record Provider(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        String scopes,
        String rolesClaim,
        String roles,
        String nameClaim,
        String label,
        Duration answerWithin) {

    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** What is wrong with the values, a sentence each. @param publicUrl where the provider sends people back to */
    List<String> objections(String publicUrl) {
        List<String> objections = new ArrayList<>();
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

    /** The host of an address; all of it when it has none. */
    static String host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).orElse(address);
        } catch (URISyntaxException notOne) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "Provider[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
