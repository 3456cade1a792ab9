package dev.tailback.worker.loops;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each thread of the worker last began a turn, and so which of them hangs or has died. Waiting for Redis is a
 * turn, too.
 */
@Singleton
public final class SignsOfLife {
    private record Sign(Instant at, Duration longest) {
        boolean isOverdue(Instant now) {
            return at.plus(longest).isBefore(now);
        }
    }

    private final Clock clock;
    private final Map<String, Sign> signs = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public SignsOfLife(Clock clock) {
        this.clock = clock;
    }

    /** @param longest the time after which a thread that has not turned is stuck */
    public void begins(String name, Duration longest) {
        signs.put(name, new Sign(clock.instant(), longest));
    }

    public void turned(String name) {
        signs.computeIfPresent(name, (same, sign) -> new Sign(clock.instant(), sign.longest()));
    }

    /** It has no work now, so no sign is expected of it. */
    public void rests(String name) {
        signs.remove(name);
    }

    /** The worker is asked to stop: threads that end are as they should be. */
    public void stopping() {
        stopping = true;
    }

    /** Those that have not turned for longer than they may, and for how long. */
    public Map<String, Duration> stuck() {
        Map<String, Duration> stuck = new TreeMap<>();
        if (stopping) {
            return stuck;
        }
        Instant now = clock.instant();
        signs.forEach((name, sign) -> {
            if (sign.isOverdue(now)) {
                stuck.put(name, Duration.between(sign.at(), now));
            }
        });
        return stuck;
    }
}
