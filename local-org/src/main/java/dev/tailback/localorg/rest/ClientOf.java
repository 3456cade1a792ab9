package dev.tailback.localorg.rest;

import dev.tailback.localorg.session.GrantRefused;
import dev.tailback.localorg.users.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The client id and secret of a request, from its body or its Basic header; empty text where there is none. */
record ClientOf(String id, String secret) {

    static ClientOf request(Request request, Map<String, String> form) {
        Optional<String> basic = request.header("Authorization").filter(value -> value.startsWith("Basic "));
        if (basic.isEmpty()) {
            return new ClientOf(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(basic.get().substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? new ClientOf(pair, "")
                    : new ClientOf(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new ClientOf("", "");
        }
    }

    /**
     * @param secretOptional a secret may be missing, but not wrong
     * @throws GrantRefused when it is not the app's
     */
    void require(Accounts accounts, boolean secretOptional) {
        if (!accounts.clientId().equals(id)) {
            throw new GrantRefused("invalid_client_id", "client identifier invalid");
        }
        boolean left = secretOptional && secret.isEmpty();
        if (!left && !accounts.clientSecret().equals(secret)) {
            throw new GrantRefused("invalid_client", "invalid client credentials");
        }
    }
}
