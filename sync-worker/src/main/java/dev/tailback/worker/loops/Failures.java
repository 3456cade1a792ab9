package dev.tailback.worker.loops;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unexpected failures of the worker itself: each is counted, and a series of them is logged once. */
@Singleton
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String COUNTER = "tailback.worker.failures";

    /** A series of failures ends after this time without one. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Streak> streaks = new ConcurrentHashMap<>();

    /**
     * Failures of one kind of work that follow each other.
     *
     * @param what the class of the last one, never its text
     */
    public record Streak(Instant since, Instant last, long times, String what) {
        boolean isOver(Instant now) {
            return last.plus(QUIET).isBefore(now);
        }
    }

    public Failures(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** @param where the kind of work, one of few, such as {@code taker} */
    public void met(String where, Throwable failure) {
        String what = failure.getClass().getSimpleName();
        registry.counter(COUNTER, "where", where, "what", what).increment();
        Streak streak =
                streaks.merge(where, begin(what), (old, fresh) -> old.isOver(fresh.since()) ? fresh : more(old, fresh));
        if (streak.times() == 1) {
            LOG.error(
                    "The {} failed unexpectedly and will retry; further failures are not "
                            + "logged until there has been none for"
                            + " {} minutes",
                    where,
                    QUIET.toMinutes(),
                    failure);
        }
    }

    /** The series that have not ended, by the kind of work. */
    public Map<String, Streak> goingOn() {
        Instant now = clock.instant();
        Map<String, Streak> going = new TreeMap<>(streaks);
        going.values().removeIf(streak -> streak.isOver(now));
        return going;
    }

    private Streak begin(String what) {
        Instant now = clock.instant();
        return new Streak(now, now, 1, what);
    }

    private static Streak more(Streak old, Streak fresh) {
        return new Streak(old.since(), fresh.last(), old.times() + 1, fresh.what());
    }
}
