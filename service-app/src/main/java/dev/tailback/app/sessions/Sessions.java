package dev.tailback.app.sessions;

import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.app.sessions.Session.Kind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Opens and ends sessions of browsers and tokens of programs. An account has at most 100 that live, API tokens not
 * counted; the next one ends the oldest. What has ended is refused at once here, and within two seconds by service apps
 * side by side.
 */
@Singleton
public class Sessions {

    /** How long the row of one that is over is kept. */
    public static final Duration KEPT_WHEN_OVER = Duration.ofDays(30);

    /** Of one account. */
    static final int MOST = 100;

    private static final int LONGEST_ADDRESS = 100;

    private final SessionRows rows;
    private final TokenSignature signature;
    private final LivingSessions living;
    private final AccountSettings settings;
    private final Clock clock;

    Sessions(SessionRows rows, TokenSignature signature, LivingSessions living, AccountSettings settings, Clock clock) {
        this.rows = rows;
        this.signature = signature;
        this.living = living;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens one for who has just shown the password.
     *
     * @param address where that person or program is
     * @return the token, shown only now
     */
    @Transactional
    public String open(String username, Kind kind, String address) {
        Instant now = clock.instant();
        Instant end = now.plus(settings.sessionLife()).truncatedTo(ChronoUnit.SECONDS);
        Instant longest = now.plus(settings.sessionLongestLife()).truncatedTo(ChronoUnit.SECONDS);
        boolean slides = kind == Kind.BROWSER && longest.isAfter(end);
        SignedToken token = new SignedToken(SessionSecret.random(), username, slides ? longest : end);
        String idHash = Session.hash(token.id());
        rows.open(new Session(idHash, username, kind.name(), shortened(address), now, end, null, null, null));
        rows.signedIn(username, now);
        if (rows.endBeyond(username, MOST, now) > 0) {
            living.forgetAll(username);
        }
        living.opened(idHash, username);
        return signature.sign(token);
    }

    /**
     * Opens an API token.
     *
     * @param roles joined by commas
     * @return the token, shown only now
     */
    @Transactional
    public String openApiToken(String username, String name, String roles, Instant end, String address) {
        Instant expiresAt = end.truncatedTo(ChronoUnit.SECONDS);
        SignedToken token = new SignedToken(SessionSecret.random(), username, expiresAt);
        rows.open(new Session(
                Session.hash(token.id()),
                username,
                Kind.API_TOKEN.name(),
                shortened(address),
                clock.instant(),
                expiresAt,
                name,
                roles,
                null));
        return signature.sign(token);
    }

    /** How many API tokens of an account live. */
    public long apiTokens(String username) {
        return rows.apiTokens(username, clock.instant());
    }

    /** Those of an account that live, the newest first. */
    public List<Session> of(String username) {
        return rows.living(username, clock.instant());
    }

    /** Which of the sessions a token stands for, true or made up; empty when it is none of ours. */
    public Optional<String> idOf(String token) {
        return signature.read(token).map(known -> Session.hash(known.id()));
    }

    /** When the session ends that a token stands for, if nothing is done; empty when none lives. */
    public Optional<Instant> endsAt(String token) {
        return signature
                .read(token)
                .flatMap(known -> living.holderOf(known, false))
                .map(Holder::expiresAt);
    }

    /** Ends the session that a token stands for; a text that is no token of ours ends nothing. */
    public void endOf(String token) {
        signature.read(token).ifPresent(known -> end(known.username(), Session.hash(known.id())));
    }

    /** @return false when the account has no such session that lives */
    public boolean end(String username, String idHash) {
        boolean ended = rows.end(idHash, username, clock.instant()) > 0;
        living.forget(idHash);
        return ended;
    }

    /** @return how many lived */
    public int endAll(String username) {
        return endAllBut(username, "");
    }

    /** @param kept the id of one that lives on; empty for none @return how many lived */
    public int endAllBut(String username, String kept) {
        int ended = rows.endAllBut(username, kept, clock.instant());
        living.forgetAll(username);
        return ended;
    }

    /** The same without API tokens, which have an end of their own. */
    public int endSessionsBut(String username, String kept) {
        int ended = rows.endSessionsBut(username, kept, clock.instant());
        living.forgetAll(username);
        return ended;
    }

    /** The account changed: the next call asks PostgreSQL again. Call it after the commit. */
    public void changed(String username) {
        living.forgetAll(username);
    }

    private static String shortened(String address) {
        return address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS);
    }
}
