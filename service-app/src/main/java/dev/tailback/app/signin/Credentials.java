package dev.tailback.app.signin;

import dev.tailback.app.accounts.UserName;

/**
 * What a name and a password may look like; anything else belongs to no account and is neither hashed nor remembered.
 */
final class Credentials {

    private static final int LONGEST_PASSWORD = 1_000;

    private Credentials() {}

    static boolean mayExist(String username, String password) {
        return UserName.isWellFormed(username) && password.length() <= LONGEST_PASSWORD;
    }
}
