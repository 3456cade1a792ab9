package dev.tailback.app.oidc;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.AccountAction;
import dev.tailback.app.accounts.AccountHistory;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.app.accounts.Role;
import dev.tailback.app.oidc.NotSignedIn.Why;
import dev.tailback.app.sessions.Sessions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The account of a person whom the provider vouches for: made at the first sign-in, its roles refreshed at each. It is
 * found by issuer and subject alone, so a name that the provider gives opens no account that has that name here.
 */
@Singleton
class ProviderAccounts {

    private static final String PROGRAM = "tailback";

    private final AccountRepository accounts;
    private final AccountHistory history;
    private final Sessions sessions;
    private final Clock clock;

    ProviderAccounts(AccountRepository accounts, AccountHistory history, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who comes in, or why not.
     *
     * @param username of the account; empty where there is none
     * @param refused empty for a person who comes in
     */
    record Arrival(String username, Optional<Why> refused) {

        private static Arrival refused(String username, Why why) {
            return new Arrival(username, Optional.of(why));
        }
    }

    @Transactional
    Arrival arrive(Person person) {
        Optional<Account> known = accounts.ofProvider(person.issuer(), person.subject());
        return known.isPresent() ? again(known.get(), person) : first(person);
    }

    private Arrival first(Person person) {
        if (person.roles().isEmpty()) {
            return Arrival.refused("", Why.NO_ROLE);
        }
        if (person.name().isEmpty()) {
            return Arrival.refused("", Why.NO_NAME);
        }
        String name = person.name().get();
        String roles = words(person);
        if (accounts.addOfProvider(name, roles, clock.instant(), PROGRAM, person.issuer(), person.subject()) == 0) {
            // The same person in another tab may have been quicker.
            return accounts.ofProvider(person.issuer(), person.subject())
                    .map(mine -> again(mine, person))
                    .orElseGet(() -> Arrival.refused(name, Why.NAME_TAKEN));
        }
        history.record(PROGRAM, AccountAction.CREATED, name, roles, "first login by " + shortened(person.issuer()));
        return new Arrival(name, Optional.empty());
    }

    private Arrival again(Account account, Person person) {
        String name = account.username();
        if (account.isDisabled()) {
            return Arrival.refused(name, Why.DISABLED);
        }
        if (person.roles().isEmpty()) {
            endAll(name);
            return Arrival.refused(name, Why.NO_ROLE);
        }
        String roles = words(person);
        if (!account.roles().equals(roles)) {
            accounts.setRoles(name, roles);
            history.record(
                    PROGRAM,
                    AccountAction.ROLES_CHANGED,
                    name,
                    account.roles() + " -> " + roles,
                    "login by " + shortened(person.issuer()));
        }
        return new Arrival(name, Optional.empty());
    }

    /** Who has no role left at the provider keeps none here through an old session or token. */
    private void endAll(String name) {
        int ended = sessions.endAll(name);
        if (ended > 0) {
            history.record(
                    PROGRAM,
                    AccountAction.SESSIONS_ENDED,
                    name,
                    "sessions and tokens ended: " + ended,
                    "the provider gives no role");
        }
    }

    private static String words(Person person) {
        return person.roles().stream().map(Role::word).collect(Collectors.joining(","));
    }

    private static String shortened(String issuer) {
        return issuer.length() <= 300 ? issuer : issuer.substring(0, 300);
    }
}
