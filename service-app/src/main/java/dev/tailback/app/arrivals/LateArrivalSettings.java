package dev.tailback.app.arrivals;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long, and how often, Salesforce is asked whether a version that was given up has arrived after all. Salesforce
 * ends a request after 10 minutes at the latest, so a copy that has not arrived long after that never will.
 *
 * @param running whether this process looks at all
 * @param firstLook how soon after a version was given up
 * @param longestGap most time between two looks; each gap is twice the time that has passed since the version was given
 *     up
 * @param lookFor after this time one last look is taken
 * @param every how often it is found out whether a look is due
 */
@ConfigurationProperties("late-copies")
public record LateArrivalSettings(
        @Bindable(defaultValue = "true") boolean running,
        @Bindable(defaultValue = "5s") Duration firstLook,
        @Bindable(defaultValue = "15m") Duration longestGap,
        @Bindable(defaultValue = "20m") Duration lookFor,
        @Bindable(defaultValue = "2s") Duration every) {

    /** When to look again after a look at this time; empty when that was the last one. */
    Optional<Instant> nextAfter(Instant since, Instant look) {
        Duration age = Duration.between(since, look);
        return age.compareTo(lookFor) >= 0 ? Optional.empty() : Optional.of(look.plus(gapAt(age)));
    }

    private Duration gapAt(Duration age) {
        Duration gap = age.multipliedBy(2);
        if (gap.compareTo(firstLook) < 0) {
            return firstLook;
        }
        return gap.compareTo(longestGap) > 0 ? longestGap : gap;
    }
}
