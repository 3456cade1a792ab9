package dev.tailback.app.administration;

import dev.tailback.app.accounts.Account;
import io.micronaut.serde.annotation.Serdeable;

/**
 * An account and its one-time password, which is shown only now.
 *
 * @param password must be changed at the first sign-in, and is worth nothing after seven days
 */
@Serdeable
public record NewPassword(AccountView account, String password) {

    static NewPassword of(Account account, OneTimePassword password) {
        return new NewPassword(AccountView.of(account), password.shown());
    }

    @Override
    public String toString() {
        return "NewPassword[" + account.name() + "]";
    }
}
