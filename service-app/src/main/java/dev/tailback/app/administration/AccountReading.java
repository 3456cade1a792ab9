package dev.tailback.app.administration;

import dev.tailback.app.accounts.AccountHistory;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.web.input.Paging;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Lists of accounts and of what was done to them. */
@Singleton
class AccountReading {

    private final AccountRepository accounts;
    private final AccountHistory history;

    AccountReading(AccountRepository accounts, AccountHistory history) {
        this.accounts = accounts;
        this.history = history;
    }

    /** @param query a part of the name, or empty */
    AccountList page(String query, int page) {
        String text = query.strip().toLowerCase(Locale.ROOT);
        return AccountList.of(accounts.page(text, Paging.SIZE + 1, page * Paging.SIZE), page);
    }

    AccountEventList history(String name, int page) {
        return AccountEventList.of(history.page(name, Paging.SIZE + 1, page * Paging.SIZE), page);
    }
}
