package dev.tailback.app.sessions;

import java.time.Instant;

/**
 * What a token says that we signed.
 *
 * @param id names the session; 192 random bits
 * @param username whose session it is
 * @param expiresAt when it is over at the latest
 */
record SignedToken(String id, String username, Instant expiresAt) {

    @Override
    public String toString() {
        return "SignedToken[" + username + "]";
    }
}
