package dev.tailback.crm.salesforce;

import java.time.Duration;

/** How long one write may go on: nothing more is begun after ten minutes, and a job is watched for eight of them. */
final class Patience {

    private static final Duration ALL = Duration.ofMinutes(10);
    private static final Duration WATCH = Duration.ofMinutes(8);

    private final JobClock clock;
    private final long began;

    Patience(JobClock clock) {
        this.clock = clock;
        this.began = clock.nanos().getAsLong();
    }

    boolean isOver() {
        return isPast(ALL);
    }

    private boolean isPast(Duration limit) {
        return clock.nanos().getAsLong() - began >= limit.toNanos();
    }

    /** Rests before the next look at a job. @return whether there shall be one */
    boolean untilNextLook(Duration pause) {
        return rest(pause, WATCH);
    }

    /** Rests before a question is repeated. @return whether it shall be */
    boolean untilRepeat(Duration pause) {
        return rest(pause, ALL);
    }

    private boolean rest(Duration pause, Duration limit) {
        return !isPast(limit.minus(pause)) && clock.rest().rest(pause);
    }
}
