package dev.tailback.sync.outage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the queue and Salesforce. Open, it lets every call pass. The first call that finds an outage shuts it for all; then one probe at a time
 * goes through, after a growing, drawn wait, and the first probe that Salesforce answers opens it again. Begin and end are logged once each.
 */
@Singleton
public final class OutageGate {
    private static final Logger log = LoggerFactory.getLogger(OutageGate.class);

    private final OutageSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private Optional<Outage> outage = Optional.empty();

    public OutageGate(OutageSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    public synchronized Turn turn() {
        return outage.map(this::turnIn).orElseGet(Turn.Go::new);
    }

    /** Empty while Salesforce takes writes. */
    public synchronized Optional<Outage> outage() {
        return outage;
    }

    /** Salesforce answered. Only a probe opens the gate: another call's answer may be older than the outage. */
    public synchronized void answered(Turn turn) {
        if (turn instanceof Turn.Probe) {
            outage.ifPresent(this::logEnd);
            outage = Optional.empty();
        }
    }

    /** The call that was let through with this turn found an outage. */
    public synchronized void halted(Turn turn, Halt halt) {
        if (outage.isEmpty()) {
            begin(halt);
        } else if (turn instanceof Turn.Probe) {
            outage = outage.map(current -> current.after(halt, next(halt, current.probes() + 1)));
        }
    }

    /** The probe found nothing to send, so it says nothing about Salesforce. */
    public synchronized void returned(Turn turn) {
        if (turn instanceof Turn.Probe) {
            outage = outage.map(current -> current.withProbe(false));
        }
    }

    private Turn turnIn(Outage current) {
        Duration left = Duration.between(clock.instant(), current.nextProbeAt());
        if (current.probing()) {
            return new Turn.Wait(settings.longestWait());
        }
        if (left.toMillis() > 0) {
            return new Turn.Wait(left);
        }
        outage = Optional.of(current.withProbe(true));
        return new Turn.Probe();
    }

    private void begin(Halt halt) {
        outage = Optional.of(Outage.begin(halt, clock.instant(), next(halt, 0)));
        log.warn(
                "Salesforce takes no writes ({}); usage waits in the queue, nothing is lost: {}",
                halt.code(),
                halt.reason());
    }

    private void logEnd(Outage ended) {
        Duration lasted = Duration.between(ended.since(), clock.instant());
        log.info("Salesforce is back after {} ({})", lasted, ended.halt().code());
    }

    // A wait is drawn between the first one and its double for every failed probe, so that several workers do not knock
    // together.
    private Instant next(Halt halt, int probes) {
        long shortest = (halt.isShortOfCalls() ? settings.quotaWait() : settings.firstWait()).toMillis();
        long longest =
                halt.isShortOfCalls() ? 2 * shortest : settings.longestWait().toMillis();
        long ceiling = Math.max(shortest, Math.min(longest, shortest << Math.min(probes, 20)));
        Duration drawn = Duration.ofMillis(random.nextLong(shortest, ceiling + 1));
        Duration asked = halt.retryAfter().orElse(Duration.ZERO);
        return clock.instant().plus(asked.compareTo(drawn) > 0 ? asked : drawn);
    }
}
