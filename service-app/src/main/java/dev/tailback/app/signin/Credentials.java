package dev.tailback.app.signin;

import java.util.regex.Pattern;

/**
 * What a name and a password may look like; anything else belongs to no account and is neither hashed nor remembered.
 */
final class Credentials {

    /** As the table of accounts demands. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

    private static final int LONGEST_PASSWORD = 1_000;

    private Credentials() {}

    static boolean mayExist(String username, String password) {
        return NAME.matcher(username).matches() && password.length() <= LONGEST_PASSWORD;
    }
}
