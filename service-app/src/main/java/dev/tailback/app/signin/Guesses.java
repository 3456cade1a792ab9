package dev.tailback.app.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Slows down who guesses passwords, not whose password is guessed. A place is taken before a password is looked at and
 * given back when it was right:
 *
 * <ul>
 *   <li>five at once and then one each 10 s for a name at one address, so that a wrong guess now and then keeps nobody out;
 *   <li>fifty at once and then one each second for all names at one address;
 *   <li>a hundred at once and then one each 2 s for a name at all addresses that never knew its password.
 * </ul>
 *
 * <p>A browser that has signed in with this name before shows a cookie for it, and has places of its own: nobody else
 * can use them up.
 */
@Singleton
class Guesses {

    static final int AT_ONE_ADDRESS = 5;
    static final int OF_ALL_NAMES = 50;
    static final int OF_ONE_NAME = 100;
    private static final int MOST_KEYS = 10_000;

    private final RateLimit atOneAddress;
    private final RateLimit ofAllNames;
    private final RateLimit ofOneName;

    @Inject
    Guesses(Clock clock) {
        this.atOneAddress = new RateLimit(AT_ONE_ADDRESS, Duration.ofSeconds(10), MOST_KEYS, clock);
        this.ofAllNames = new RateLimit(OF_ALL_NAMES, Duration.ofSeconds(1), MOST_KEYS, clock);
        this.ofOneName = new RateLimit(OF_ONE_NAME, Duration.ofSeconds(2), MOST_KEYS, clock);
    }

    /** Takes a place for this attempt; zero when there was one, otherwise how long to wait. */
    Duration take(Attempt attempt) {
        Duration wait = atOneAddress.take(attempt.own());
        if (wait.isZero() && !attempt.knownBrowser()) {
            wait = takeShared(attempt);
            if (!wait.isZero()) {
                atOneAddress.giveBack(attempt.own());
            }
        }
        return wait;
    }

    private Duration takeShared(Attempt attempt) {
        Duration wait = ofAllNames.take(attempt.address());
        if (wait.isZero()) {
            wait = ofOneName.take(attempt.username());
            if (!wait.isZero()) {
                ofAllNames.giveBack(attempt.address());
            }
        }
        return wait;
    }

    /** The password was right: forgets what this visitor guessed wrong before. */
    void right(Attempt attempt) {
        atOneAddress.forget(attempt.own());
        giveBackShared(attempt);
    }

    /** The password was not looked at. */
    void notTried(Attempt attempt) {
        atOneAddress.giveBack(attempt.own());
        giveBackShared(attempt);
    }

    private void giveBackShared(Attempt attempt) {
        if (!attempt.knownBrowser()) {
            ofAllNames.giveBack(attempt.address());
            ofOneName.giveBack(attempt.username());
        }
    }
}
