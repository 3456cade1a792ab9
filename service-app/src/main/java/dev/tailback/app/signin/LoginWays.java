package dev.tailback.app.signin;

/**
 * How people can log in here.
 *
 * @param password whether passwords open accounts
 * @param demo whether those of the demo are published
 * @param provider what people call the OpenID provider; empty when there is none
 */
public record LoginWays(boolean password, boolean demo, String provider) {

    public boolean hasProvider() {
        return !provider.isEmpty();
    }
}
