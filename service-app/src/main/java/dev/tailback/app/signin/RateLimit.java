package dev.tailback.app.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets so many through at once for each key, and then one more each interval (the generic cell rate algorithm). Taking
 * is one step: two callers never take the same place. Keys are bounded; the one not asked for longest is forgotten
 * first.
 */
final class RateLimit {

    private final int burst;
    private final Duration interval;
    private final int mostKeys;
    private final Clock clock;

    /** When the places taken so far are all free again. */
    private final Map<String, Instant> freeAt = new LinkedHashMap<>(16, 0.75f, true);

    RateLimit(int burst, Duration interval, int mostKeys, Clock clock) {
        this.burst = burst;
        this.interval = interval;
        this.mostKeys = mostKeys;
        this.clock = clock;
    }

    /** Takes a place; zero when there was one, otherwise the time until there is. */
    synchronized Duration take(String key) {
        Instant now = clock.instant();
        Instant last = freeAt.get(key);
        Instant free = last == null || last.isBefore(now) ? now : last;
        Duration wait = Duration.between(now, free.minus(interval.multipliedBy(burst - 1L)));
        if (wait.compareTo(Duration.ZERO) > 0) {
            return wait;
        }
        freeAt.put(key, free.plus(interval));
        if (freeAt.size() > mostKeys) {
            freeAt.remove(freeAt.keySet().iterator().next());
        }
        return Duration.ZERO;
    }

    /** Gives back one place that was taken. */
    synchronized void giveBack(String key) {
        freeAt.computeIfPresent(key, (same, free) -> free.minus(interval));
    }

    synchronized void forget(String key) {
        freeAt.remove(key);
    }

    synchronized int keys() {
        return freeAt.size();
    }
}
