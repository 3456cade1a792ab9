package dev.tailback.worker.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;

/** A condition that is logged once when it begins and once when it ends, however often it is met. */
final class LogOnce {
    private final Logger log;
    private final Clock clock;
    private final String over;
    private Optional<Instant> since = Optional.empty();

    /** @param over what to say when it has ended */
    LogOnce(Logger log, Clock clock, String over) {
        this.log = log;
        this.clock = clock;
        this.over = over;
    }

    synchronized void met(String sentence) {
        if (since.isEmpty()) {
            since = Optional.of(clock.instant());
            log.warn("{}", sentence);
        }
    }

    synchronized void notMet() {
        since.ifPresent(begin -> log.info("{} after {}", over, Duration.between(begin, clock.instant())));
        since = Optional.empty();
    }
}
