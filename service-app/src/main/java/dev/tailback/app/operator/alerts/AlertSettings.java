package dev.tailback.app.operator.alerts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When people are told.
 *
 * @param running whether this process looks and tells
 * @param name of this installation, in every message
 * @param every how often the state is looked at
 * @param outageAfter how long nothing was sent
 * @param pausedAfter how long an operator's pause lasts
 * @param waitingAfter how long the oldest entry waits
 * @param giveUpAfter how long a message is tried again that its receiver does not take
 */
@ConfigurationProperties("tailback.alerts")
public record AlertSettings(
        @Bindable(defaultValue = "true") boolean running,
        @Bindable(defaultValue = "Tailback") String name,
        @Bindable(defaultValue = "15s") Duration every,
        @Bindable(defaultValue = "2m") Duration outageAfter,
        @Bindable(defaultValue = "1h") Duration pausedAfter,
        @Bindable(defaultValue = "30m") Duration waitingAfter,
        @Bindable(defaultValue = "24h") Duration giveUpAfter) {

    /** How long a message that was delivered or given up is kept, for people who ask what they were told. */
    public static final Duration MESSAGES_KEPT = Duration.ofDays(30);

    /** More parked entries are told again, but not more often than so. */
    static final Duration BETWEEN_GROWTHS = Duration.ofMinutes(15);

    /** How long it must hold before anybody is told. */
    Duration patience(AlertKind kind) {
        return kind == AlertKind.OUTAGE ? outageAfter : Duration.ZERO;
    }
}
