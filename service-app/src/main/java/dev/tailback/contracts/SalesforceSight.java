package dev.tailback.contracts;

import dev.tailback.salesforce.Reading;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How the last reading from Salesforce went, for those who want to know without asking Salesforce again. */
@Singleton
public class SalesforceSight {

    private final AtomicReference<LastReading> last = new AtomicReference<>();
    private final Clock clock;

    SalesforceSight(Clock clock) {
        this.clock = clock;
    }

    /**
     * One reading.
     *
     * @param code why it failed; empty when Salesforce answered, if only that there is no such thing
     */
    public record LastReading(Instant at, Optional<String> code) {}

    public Optional<LastReading> last() {
        return Optional.ofNullable(last.get());
    }

    <T> Reading<T> note(Reading<T> reading) {
        last.set(new LastReading(clock.instant(), code(reading)));
        return reading;
    }

    private static Optional<String> code(Reading<?> reading) {
        if (reading instanceof Reading.Refused<?> refused) {
            return Optional.of(refused.code());
        }
        return reading instanceof Reading.Unavailable<?> unavailable
                ? Optional.of(unavailable.code())
                : Optional.empty();
    }
}
