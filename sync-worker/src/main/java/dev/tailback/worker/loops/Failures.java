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

/** The worker's own failures, which nobody foresaw: each is counted, and told in the log once for as long as they go on. */
@Singleton
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String COUNTER = "tailback.worker.failures";

    /** Without a further failure for this time it is over. */
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
                    "The {} failed unexpectedly and goes on; this is told once until it has been quiet for {} minutes",
                    where,
                    QUIET.toMinutes(),
                    failure);
        }
    }

    /** What goes on now, by the kind of work. */
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
