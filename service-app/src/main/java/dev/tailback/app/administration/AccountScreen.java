package dev.tailback.app.administration;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.sessions.Session;
import java.util.List;
import java.util.Optional;

/**
 * The page of one account.
 *
 * @param form as it was typed
 * @param error a sentence, or empty
 * @param done a sentence, or empty
 * @param password the one-time password that was made just now
 */
public record AccountScreen(
        Visitor visitor,
        AccountView account,
        List<Session> sessions,
        AccountEventList history,
        AccountForm form,
        String error,
        String done,
        Optional<String> password) {}
