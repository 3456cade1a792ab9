package dev.tailback.app.administration;

import dev.tailback.app.layout.Visitor;
import java.util.Optional;

/**
 * The page of all accounts.
 *
 * @param query a part of the names that are shown
 * @param form for a new account, as it was typed
 * @param error a sentence, or empty
 * @param created the account that was created just now, with its one-time password
 */
public record AccountsScreen(
        Visitor visitor,
        String query,
        AccountList list,
        AccountForm form,
        String error,
        Optional<NewPassword> created) {}
