package dev.tailback.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down guessing: after five wrong passwords for one name from one address, the next try has to wait, one second
 * and then twice as long each time, up to 30 s. Half an hour of peace forgets it all; a right password does so at once.
 */
@Singleton
class FailedLogins {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private record Tries(int wrong, Instant last) {}

    private final Map<String, Tries> triesOf = new ConcurrentHashMap<>();
    private final Clock clock;

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /** How long this name must wait at this address; zero or less when it need not. */
    Duration wait(String username, String address) {
        Tries tries = triesOf.get(key(username, address));
        if (tries == null || tries.wrong() < FREE_TRIES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(tries.wrong() - FREE_TRIES, 5);
        Duration pause = Duration.ofSeconds(1L << doublings);
        Instant next = tries.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return Duration.between(clock.instant(), next);
    }

    void wrong(String username, String address) {
        Instant now = clock.instant();
        if (triesOf.size() >= MOST) {
            triesOf.values().removeIf(tries -> tries.last().isBefore(now.minus(FORGOTTEN)));
        }
        triesOf.compute(key(username, address), (key, tries) -> next(tries, now));
    }

    void right(String username, String address) {
        triesOf.remove(key(username, address));
    }

    private static Tries next(Tries tries, Instant now) {
        boolean fresh = tries == null || tries.last().isBefore(now.minus(FORGOTTEN));
        return new Tries(fresh ? 1 : tries.wrong() + 1, now);
    }

    private static String key(String username, String address) {
        return address + " " + username;
    }
}
