package dev.tailback.app.contracts;

import dev.tailback.salesforce.Reading;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the last reading from Salesforce went, for those who want to know without asking Salesforce again. It logs once
 * when reading begins to fail, once for each new cause, and once when it works again.
 */
@Singleton
public class SalesforceSight {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceSight.class);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Clock clock;
    private Optional<LastReading> last = Optional.empty();
    private Optional<Instant> failingSince = Optional.empty();

    public SalesforceSight(Clock clock) {
        this.clock = clock;
    }

    /**
     * One reading.
     *
     * @param trouble why it failed; empty when Salesforce answered, if only that there is no such thing
     */
    public record LastReading(Instant at, Optional<Trouble> trouble) {}

    /** Why Salesforce could not be read, as a code and as a sentence for people. */
    public record Trouble(String code, String reason) {}

    public synchronized Optional<LastReading> last() {
        return last;
    }

    /**
     * When a page that shows a failed reading should look again: the longer it has failed, the later; 10 s to 2 min.
     */
    public synchronized Duration lookAgainAfter() {
        Duration failing = failingSince
                .map(since -> Duration.between(since, clock.instant()).dividedBy(2))
                .orElse(SOON);
        Duration atLeast = failing.compareTo(SOON) < 0 ? SOON : failing;
        return atLeast.compareTo(LATE) > 0 ? LATE : atLeast;
    }

    synchronized <T> Reading<T> note(Reading<T> reading) {
        Optional<Trouble> trouble = trouble(reading);
        tell(trouble);
        last = Optional.of(new LastReading(clock.instant(), trouble));
        failingSince = trouble.isEmpty() ? Optional.empty() : failingSince.or(() -> Optional.of(clock.instant()));
        return reading;
    }

    private void tell(Optional<Trouble> now) {
        Optional<String> before = last.flatMap(LastReading::trouble).map(Trouble::code);
        if (now.isPresent() && !now.map(Trouble::code).equals(before)) {
            LOG.warn(
                    "Contracts cannot be read ({}); ads are saved all the same: {}",
                    now.get().code(),
                    now.get().reason());
        } else if (now.isEmpty() && before.isPresent()) {
            LOG.info("Contracts can be read again ({} before)", before.get());
        }
    }

    private static Optional<Trouble> trouble(Reading<?> reading) {
        return reading.fold(
                found -> Optional.empty(),
                () -> Optional.empty(),
                refused -> Optional.of(new Trouble(refused.code(), refused.reason())),
                unavailable -> Optional.of(new Trouble(unavailable.code(), unavailable.reason())));
    }
}
