package dev.tailback.app.signin;

/**
 * Somebody tries a password.
 *
 * @param address where from; of IPv6 the first 64 bits, since whoever has one such address has all of them
 * @param knownBrowser whether this browser has signed in with this name before
 * @param browser names that browser; empty unless it is known
 */
record Attempt(String username, String address, boolean knownBrowser, String browser) {

    /** What has places of its own. */
    String own() {
        return knownBrowser ? "browser " + browser + " " + username : "address " + address + " " + username;
    }
}
