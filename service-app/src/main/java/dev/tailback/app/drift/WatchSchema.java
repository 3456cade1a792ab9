package dev.tailback.app.drift;

import dev.tailback.app.mapping.ActiveMapping;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides when to look. Of several service apps the one that moves the time on looks. A refusal that may come from
 * another schema brings the next look forward, to a minute after the last one at the earliest.
 */
@Singleton
class WatchSchema {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    /** Longer than a look takes; a service app that dies in between leaves the next one to another. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

    private final ActiveMapping active;
    private final SchemaRows rows;
    private final SmellReading smells;
    private final LookAtSchema looking;
    private final Clock clock;
    private boolean isStarted;

    WatchSchema(ActiveMapping active, SchemaRows rows, SmellReading smells, LookAtSchema looking, Clock clock) {
        this.active = active;
        this.rows = rows;
        this.smells = smells;
        this.looking = looking;
        this.clock = clock;
    }

    /** @return whether it looked */
    boolean round() {
        Instant now = clock.instant();
        Watch watch = rows.watch();
        if (isNew(watch) || smells.isNew(watch, now)) {
            rows.due(watch.begun()
                    .map(begun -> later(begun.plus(BETWEEN_LOOKS), now))
                    .orElse(now));
        }
        boolean isOurs = rows.takeTurn(now, now.plus(LONGEST_LOOK)) > 0;
        if (isOurs) {
            looking.look();
        }
        return isOurs;
    }

    /** After a start, and when another mapping is in use. */
    private boolean isNew(Watch watch) {
        boolean isFirst = !isStarted;
        isStarted = true;
        return isFirst || !watch.hasFailed() && !watch.isOf(active.now().version());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
