package dev.tailback.app.administration;

import dev.tailback.app.accounts.Account;
import dev.tailback.web.input.Paging;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of accounts, by name. */
@Serdeable
public record AccountList(List<AccountView> accounts, int page, boolean more) {

    static AccountList of(List<Account> read, int page) {
        return new AccountList(Paging.shown(read).stream().map(AccountView::of).toList(), page, Paging.more(read));
    }
}
