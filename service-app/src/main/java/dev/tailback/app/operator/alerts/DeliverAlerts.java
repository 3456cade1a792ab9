package dev.tailback.app.operator.alerts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is to be told, each message by one service app at a time and outside of any transaction. What is not taken
 * is tried again after longer and longer pauses, and given up after a day.
 */
@Singleton
class DeliverAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverAlerts.class);

    /** Longer than a channel may take. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final ClaimMessage claim;
    private final MessageRows messages;
    private final Channels channels;
    private final AlertSettings settings;
    private final Clock clock;

    DeliverAlerts(ClaimMessage claim, MessageRows messages, Channels channels, AlertSettings settings, Clock clock) {
        this.claim = claim;
        this.messages = messages;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything that is due. */
    void round() {
        for (ChannelKind channel : channels.kinds()) {
            Optional<Message> due = claim(channel);
            while (due.isPresent() && send(due.get())) {
                due = claim(channel);
            }
        }
        messages.forget(clock.instant().minus(AlertSettings.MESSAGES_KEPT));
    }

    private Optional<Message> claim(ChannelKind channel) {
        Instant now = clock.instant();
        return claim.claim(channel, now, now.plus(CLAIM));
    }

    private boolean send(Message message) {
        try {
            channels.send(message);
            messages.delivered(message.id(), clock.instant());
            return true;
        } catch (NotDelivered failure) {
            putOff(message, String.valueOf(failure.getMessage()));
            return false;
        }
    }

    private void putOff(Message message, String reason) {
        Instant now = clock.instant();
        if (Duration.between(message.at(), now).compareTo(settings.giveUpAfter()) >= 0) {
            messages.giveUp(message.id(), now, reason);
            LOG.error("Alert {} was not delivered by {} and is given up: {}", message.id(), message.channel(), reason);
        } else {
            messages.again(message.id(), now.plus(pause(message.attempts())), reason);
            LOG.warn(
                    "Alert {} was not delivered by {} and will be tried again: {}",
                    message.id(),
                    message.channel(),
                    reason);
        }
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
