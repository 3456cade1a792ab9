package dev.tailback.app.oidc;

import java.time.Instant;

/**
 * A browser on its way to the provider and back.
 *
 * @param state comes back in the address, and must fit the cookie of the same browser
 * @param nonce comes back inside the ID token
 * @param verifier proves to the provider that who redeems the code is who asked for it
 * @param next where the person goes then, a path of ours
 */
public record Departure(String state, String nonce, String verifier, String next, Instant until) {

    @Override
    public String toString() {
        return "Departure[" + next + "]";
    }
}
