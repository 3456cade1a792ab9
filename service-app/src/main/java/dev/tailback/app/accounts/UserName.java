package dev.tailback.app.accounts;

import java.util.regex.Pattern;

/** What the name of an account may look like, as the table of accounts demands. */
public final class UserName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

    /** The end of a sentence that begins with the field's name. */
    public static final String OBJECTION =
            "must have 1 to 100 small letters, digits, dots, dashes, underscores or @, and begin with a letter or digit";

    private UserName() {}

    public static boolean isWellFormed(String name) {
        return FORM.matcher(name).matches();
    }
}
