package dev.tailback.web.loops;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When a loop counts as stuck.
 *
 * @param stuckAfter how long a sign of life may be overdue, 1 s or longer; waits that a loop announces do not count.
 *     Liveness fails after that, so it is far longer than any call to PostgreSQL, Redis or Salesforce may take
 */
@ConfigurationProperties("tailback.loops")
record LoopSettings(@Bindable(defaultValue = "5m") Duration stuckAfter) {

    LoopSettings {
        if (stuckAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "TAILBACK_LOOPS_STUCK_AFTER is " + stuckAfter + ": set it to 1s or longer, such as 5m");
        }
    }
}
