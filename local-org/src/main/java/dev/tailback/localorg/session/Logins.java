package dev.tailback.localorg.session;

import dev.tailback.localorg.users.Accounts;
import java.time.Clock;

/** The ways into an org: who may log in, what may be exchanged for a session, and whose word is believed. */
public record Logins(Accounts accounts, Grants grants, Assertions assertions) {

    /**
     * @throws IllegalArgumentException in one sentence, when the keys for assertions cannot be read
     */
    public static Logins of(Accounts accounts, Clock clock) {
        return new Logins(
                accounts,
                new Grants(accounts.refreshToken()),
                new Assertions(new TrustedKeys(accounts.jwtKeys()), clock, accounts.clientId()));
    }
}
