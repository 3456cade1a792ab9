package dev.tailback.app.accounts;

import java.util.Locale;

/** What can be done to an account. */
public enum AccountAction {
    CREATED,
    ROLES_CHANGED,
    /** It cannot sign in, and its sessions and tokens ended. */
    DISABLED,
    ENABLED,
    /** It got a one-time password. */
    PASSWORD_RESET,
    /** Its owner chose another password. */
    PASSWORD_CHANGED,
    SESSIONS_ENDED,
    TOKEN_CREATED,
    TOKEN_ENDED;

    /** For keys of texts, such as {@code roles-changed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
