package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.AccountAction;
import dev.tailback.app.accounts.AccountHistory;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.app.sessions.Session;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * API tokens: with a name, some of the roles of their account, and an end. The token is shown once; the table holds a
 * digest. A role that the account loses is gone from its tokens at the same moment.
 */
@Singleton
public class ApiTokens {

    /** Of one account. */
    public static final int MOST = 50;

    public static final int MOST_DAYS = 365;
    public static final int USUAL_DAYS = 90;

    /**
     * What a token is to be.
     *
     * @param roles one or more
     * @param days until its end, 1 to 365
     */
    public record Wish(String name, List<String> roles, int days) {}

    private final AccountRepository accounts;
    private final AccountHistory history;
    private final Sessions sessions;
    private final Clock clock;

    ApiTokens(AccountRepository accounts, AccountHistory history, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Those of an account that live, the newest first. */
    public List<Session> of(String username) {
        return sessions.of(username).stream().filter(Session::isApiToken).toList();
    }

    /**
     * Creates one.
     *
     * @return the token, shown only now
     * @throws Problem 409 {@code too_many_tokens}, 403 {@code forbidden} for a role that the account does not have
     */
    @Transactional
    public String create(String username, Wish wish, String address) {
        Account account =
                accounts.find(username).orElseThrow(() -> new IllegalStateException("A caller has an account"));
        if (!account.allRoles().containsAll(wish.roles())) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "A token has roles of its account only, so none was created. Yours are "
                            + String.join(", ", account.allRoles()) + ".");
        }
        if (sessions.apiTokens(username) >= MOST) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "too_many_tokens",
                    "This account has " + MOST + " API tokens already, so none was created. End one that is not used.");
        }
        String roles =
                String.join(",", wish.roles().stream().distinct().sorted().toList());
        String token = sessions.openApiToken(
                username, wish.name(), roles, clock.instant().plus(Duration.ofDays(wish.days())), address);
        history.record(
                username,
                AccountAction.TOKEN_CREATED,
                username,
                wish.name() + ", roles " + roles + ", " + wish.days() + " days",
                null);
        return token;
    }

    /** Ends one. @param who its owner, or an admin with a reason @return false when there is none that lives */
    @Transactional
    public boolean end(String who, String username, String id, @Nullable String reason) {
        List<Session> tokens =
                of(username).stream().filter(token -> token.idHash().equals(id)).toList();
        tokens.forEach(token -> {
            sessions.end(username, id);
            history.record(who, AccountAction.TOKEN_ENDED, username, token.name(), reason);
        });
        return !tokens.isEmpty();
    }
}
