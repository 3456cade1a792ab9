package dev.tailback.localorg.session;

import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.wire.ReadJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the signed assertions of the JWT bearer flow. Help article remoteaccess_oauth_jwt_flow. */
public final class Assertions {
    private static final Set<String> SALESFORCE = Set.of("https://login.salesforce.com", "https://test.salesforce.com");

    private final TrustedKeys keys;
    private final Clock clock;
    private final String clientId;

    public Assertions(TrustedKeys keys, Clock clock, String clientId) {
        this.keys = keys;
        this.clock = clock;
        this.clientId = clientId;
    }

    /**
     * The user name an assertion speaks for.
     *
     * @param ownUrl the org's own address, an audience beside Salesforce's two
     * @throws GrantRefused when it is not signed by a known key, not for this org, or over
     */
    public String username(String assertion, String ownUrl) {
        String[] parts = assertion.split("\\.");
        if (parts.length != 3 || !signed(parts)) {
            throw new GrantRefused("invalid_grant", "invalid assertion");
        }
        Map<String, Object> claims = claims(parts[1]);
        if (!clientId.equals(claims.get("iss"))) {
            throw new GrantRefused("invalid_client_id", "client identifier invalid");
        }
        Object audience = claims.get("aud");
        if (!SALESFORCE.contains(audience) && !ownUrl.equals(audience)) {
            throw new GrantRefused("invalid_grant", "audience is invalid");
        }
        if (end(claims.get("exp")) <= clock.instant().getEpochSecond()) {
            throw new GrantRefused("invalid_grant", "token validity expired");
        }
        return String.valueOf(claims.get("sub"));
    }

    /** Epoch seconds, which some clients write as text. */
    private static long end(@Nullable Object given) {
        try {
            return new BigDecimal(String.valueOf(given)).longValue();
        } catch (NumberFormatException e) {
            throw new GrantRefused("invalid_grant", "invalid assertion");
        }
    }

    private boolean signed(String[] parts) {
        try {
            boolean rs256 = "RS256".equals(claims(parts[0]).get("alg"));
            byte[] content = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return rs256 && keys.signed(content, Base64.getUrlDecoder().decode(parts[2]));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, Object> claims(String part) {
        try {
            return ReadJson.object(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException | RequestRefused e) {
            throw new GrantRefused("invalid_grant", "invalid assertion");
        }
    }
}
