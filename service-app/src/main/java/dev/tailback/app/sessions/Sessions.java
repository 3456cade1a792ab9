package dev.tailback.app.sessions;

import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.app.sessions.Session.Kind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Opens and ends sessions of browsers and bearer tokens of programs. An account has at most 100 that live; the next one
 * ends the oldest. What has ended is refused at once here, and within two seconds by service apps side by side.
 */
@Singleton
public class Sessions {

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
        SignedToken token = new SignedToken(
                SessionSecret.random(),
                username,
                now.plus(settings.sessionLife()).truncatedTo(ChronoUnit.SECONDS));
        String idHash = Session.hash(token.id());
        rows.open(new Session(idHash, username, kind.name(), shortened(address), now, token.expiresAt()));
        if (rows.endBeyond(username, MOST, now) > 0) {
            living.forgetAll(username);
        }
        living.opened(idHash, username);
        return signature.sign(token);
    }

    /** Those of an account that live, the newest first. */
    public List<Session> of(String username) {
        return rows.living(username, clock.instant());
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
        int ended = rows.endAll(username, clock.instant());
        living.forgetAll(username);
        return ended;
    }

    private static String shortened(String address) {
        return address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS);
    }
}
