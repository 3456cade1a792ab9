package dev.tailback.hub.running;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long the loops rest.
 *
 * @param poll how often each object of a CRM is asked for changes, 200 ms to 1 h
 */
@ConfigurationProperties("tailback.hub")
record Pauses(@Bindable(defaultValue = "1s") Duration poll) {

    /** Until somebody looks again whether something is due that nobody rang for, such as a repeat. */
    static final Duration SWEEP = Duration.ofSeconds(1);

    static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
    static final Duration IN_AN_OUTAGE = Duration.ofSeconds(3);
    static final Duration LONGEST_OUTAGE = Duration.ofSeconds(60);

    Pauses {
        if (poll.compareTo(Duration.ofMillis(200)) < 0 || poll.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "TAILBACK_HUB_POLL is " + poll + ": set it from 200ms to 1h, such as 1s");
        }
    }
}
