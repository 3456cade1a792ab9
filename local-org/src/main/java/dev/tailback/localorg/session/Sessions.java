package dev.tailback.localorg.session;

import dev.tailback.localorg.users.Person;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens and whose they are. A token dies when it was not used for its life, was revoked, or was expired on
 * command.
 */
public final class Sessions {
    private static final int TOKEN_BYTES = 60;

    private final Map<String, Session> byToken = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration life;

    public Sessions(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** A token begins with the organization's id of 15 characters and an exclamation mark, as in Salesforce. */
    public Session begin(Person person, String organizationId) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String tail =
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret).replace('-', '.');
        Session session = new Session(organizationId.substring(0, 15) + "!" + tail, person, clock.instant());
        byToken.put(session.token(), session);
        return session;
    }

    /** The living session of a token. */
    public Optional<Session> of(String token) {
        Instant now = clock.instant();
        Session session = byToken.get(token);
        if (session == null) {
            return Optional.empty();
        }
        if (session.lastUse().plus(life).isBefore(now)) {
            byToken.remove(token);
            return Optional.empty();
        }
        session.used(now);
        return Optional.of(session);
    }

    /** True when there was such a token. */
    public boolean end(String token) {
        return byToken.remove(token) != null;
    }
}
