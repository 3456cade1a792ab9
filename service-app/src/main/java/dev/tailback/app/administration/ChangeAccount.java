package dev.tailback.app.administration;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.AccountAction;
import dev.tailback.app.accounts.AccountHistory;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.app.accounts.Role;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Changes accounts, each change in one transaction with its line of history. The last admin who may sign in stays one:
 * the admins are locked while that is decided, so that two of them cannot take each other's right at the same moment.
 */
@Singleton
class ChangeAccount {

    /** Who does it, and why. */
    record By(String who, String reason) {}

    private final AccountRepository accounts;
    private final AccountHistory history;
    private final Sessions sessions;
    private final Clock clock;

    ChangeAccount(AccountRepository accounts, AccountHistory history, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param kept the one-time password, as it is kept */
    @Transactional
    Account create(String name, List<Role> roles, String kept, By by) {
        String words = words(roles);
        if (accounts.addIfNew(name, kept, true, words, false, clock.instant(), by.who()) == 0) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "account_exists",
                    "There is an account " + name + " already, so none was created. Choose another name; a disabled"
                            + " account can be enabled again.");
        }
        history.record(by.who(), AccountAction.CREATED, name, words, by.reason());
        return find(name);
    }

    @Transactional
    Account setRoles(String name, List<Role> roles, By by) {
        Account before = find(name);
        requireOwn(before);
        String words = words(roles);
        if (!roles.contains(Role.ADMIN)) {
            requireAnotherAdmin(before);
        }
        if (!before.roles().equals(words)) {
            accounts.setRoles(name, words);
            history.record(by.who(), AccountAction.ROLES_CHANGED, name, before.roles() + " -> " + words, by.reason());
        }
        return find(name);
    }

    /** Its sessions and tokens end with it. */
    @Transactional
    Account disable(String name, By by) {
        requireAnotherAdmin(find(name));
        if (accounts.disable(name, by.who(), clock.instant()) > 0) {
            int ended = sessions.endAll(name);
            history.record(by.who(), AccountAction.DISABLED, name, "sessions and tokens ended: " + ended, by.reason());
        }
        return find(name);
    }

    @Transactional
    Account enable(String name, By by) {
        find(name);
        if (accounts.enable(name) > 0) {
            history.record(by.who(), AccountAction.ENABLED, name, null, by.reason());
        }
        return find(name);
    }

    /** Its sessions and tokens end with the old password. @param kept the one-time password, as it is kept */
    @Transactional
    Account reset(String name, String kept, By by) {
        requireOwn(find(name));
        accounts.setPassword(name, kept, true, clock.instant());
        int ended = sessions.endAll(name);
        history.record(
                by.who(), AccountAction.PASSWORD_RESET, name, "sessions and tokens ended: " + ended, by.reason());
        return find(name);
    }

    Account find(String name) {
        return accounts.find(name)
                .orElseThrow(() -> new Problem(
                                HttpStatus.NOT_FOUND,
                                "not_found",
                                "There is no account of that name. GET /api/accounts lists all.")
                        .says("problem.no.account"));
    }

    private static void requireOwn(Account account) {
        if (account.isOfProvider()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "account_of_provider",
                    account.username() + " belongs to an OpenID provider, which gives its roles at each login and has"
                            + " its password, so nothing was changed. Change them there, or disable the account here.");
        }
    }

    private void requireAnotherAdmin(Account account) {
        List<String> admins =
                accounts.lockAdmins().stream().map(Account::username).toList();
        if (admins.equals(List.of(account.username()))) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "last_admin",
                    account.username() + " is the last admin who can sign in, so nothing was changed. Make another"
                            + " account admin first.");
        }
    }

    private static String words(List<Role> roles) {
        return String.join(
                ",", roles.stream().sorted().distinct().map(Role::word).toList());
    }
}
