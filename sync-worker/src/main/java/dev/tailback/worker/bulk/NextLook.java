package dev.tailback.worker.bulk;

import java.time.Duration;

/**
 * When to ask next how far a job is: each question costs a call. As soon as Salesforce tells of progress, about when it
 * should be over; before that, after twice the time.
 */
final class NextLook {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Rather a little too late than once more. */
    private static final double TO_SPARE = 1.1;

    private final int sent;
    private Duration wait = SHORTEST;

    NextLook(int sent) {
        this.sent = sent;
    }

    Duration untilThen() {
        return wait;
    }

    /**
     * @param processed rows that the job has worked off, as Salesforce told
     * @param since how long the job has been allowed to run
     */
    void learns(long processed, Duration since) {
        Duration longer = processed > 0 ? untilEnd(processed, since) : wait.multipliedBy(2);
        wait = within(longer);
    }

    /** Nothing was told. */
    void learnsNothing() {
        wait = within(wait.multipliedBy(2));
    }

    private Duration untilEnd(long processed, Duration since) {
        double left = Math.max(0, sent - processed);
        return Duration.ofMillis((long) (since.toMillis() * TO_SPARE * left / processed));
    }

    private static Duration within(Duration time) {
        if (time.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
