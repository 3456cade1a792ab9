package dev.tailback.app.administration;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.Role;
import dev.tailback.app.administration.ChangeAccount.By;
import dev.tailback.app.sessions.Sessions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What an admin orders, for API and pages alike. Slow work on passwords comes before the transaction; after it, the
 * sessions of the account are looked at anew.
 */
@Singleton
class AccountOrders {

    private final ChangeAccount change;
    private final OneTimePasswords passwords;
    private final Sessions sessions;

    AccountOrders(ChangeAccount change, OneTimePasswords passwords, Sessions sessions) {
        this.change = change;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    Account find(String name) {
        return change.find(name);
    }

    NewPassword create(String name, List<Role> roles, By by) {
        OneTimePassword password = passwords.next(by.who());
        return NewPassword.of(change.create(name, roles, password.kept(), by), password);
    }

    AccountView setRoles(String name, List<Role> roles, By by) {
        return changed(change.setRoles(name, roles, by));
    }

    AccountView disable(String name, By by) {
        return changed(change.disable(name, by));
    }

    AccountView enable(String name, By by) {
        return changed(change.enable(name, by));
    }

    NewPassword reset(String name, By by) {
        change.find(name);
        OneTimePassword password = passwords.next(by.who());
        Account account = change.reset(name, password.kept(), by);
        sessions.changed(name);
        return NewPassword.of(account, password);
    }

    private AccountView changed(Account account) {
        sessions.changed(account.username());
        return AccountView.of(account);
    }
}
