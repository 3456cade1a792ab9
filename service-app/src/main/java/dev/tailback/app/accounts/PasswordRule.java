package dev.tailback.app.accounts;

import java.util.Locale;
import java.util.Optional;

/** What a password that a person chooses must be like: long, and neither the name nor one character again and again. */
public final class PasswordRule {

    public static final int LEAST = 12;
    public static final int MOST = 200;
    private static final int DIFFERENT = 5;

    private PasswordRule() {}

    /** What is wrong with it, as the end of a sentence that begins with "password". */
    public static Optional<String> objection(String username, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            return Optional.of("must have " + LEAST + " to " + MOST + " characters");
        }
        if (password.codePoints().distinct().count() < DIFFERENT) {
            return Optional.of("must have at least " + DIFFERENT + " different characters");
        }
        boolean named = password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
        return named && username.length() > 2
                ? Optional.of("must not contain the name of the account")
                : Optional.empty();
    }
}
