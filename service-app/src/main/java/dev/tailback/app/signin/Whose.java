package dev.tailback.app.signin;

import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

/** Whose sessions and tokens a call is about: one's own, or as an admin those of anybody, with a reason to end them. */
@Singleton
class Whose {

    private final AccountRepository accounts;

    Whose(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** @param account as the call names it; empty for the caller's own */
    String account(Authentication caller, String account) {
        if (account.isEmpty() || account.equals(caller.getName())) {
            return caller.getName();
        }
        if (!caller.getRoles().contains("admin")) {
            throw new Problem(HttpStatus.FORBIDDEN, "forbidden", "Only an admin sees and ends what others have.");
        }
        return accounts.find(account)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "There is no account of that name. GET /api/accounts lists all."))
                .username();
    }

    /** The reason for the record; an admin gives one for what belongs to others. */
    @Nullable
    String reason(Authentication caller, String account, String reason) {
        if (reason.isBlank() && !caller.getName().equals(account)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "invalid",
                    "Nothing was done, because the input is not valid. reason must be a text of 1 to 500 characters.");
        }
        return reason.isBlank() ? null : reason.strip();
    }
}
