package dev.tailback.worker.outage;

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
 * goes through, after a growing, drawn wait, and the first probe that Salesforce answers opens it again. Begin and end are logged once each. What comes back
 * soon after its end is the same outage: its waits go on growing, and from the second relapse on its end is told only when it has held.
 */
@Singleton
public final class OutageGate {
    private static final Logger log = LoggerFactory.getLogger(OutageGate.class);

    private final OutageSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private Optional<Outage> outage = Optional.empty();
    private Optional<Ended> ended = Optional.empty();

    /** An outage that seems to be over. */
    private record Ended(Outage outage, Instant at) {
        boolean isTold() {
            return outage.relapses() == 0;
        }
    }

    public OutageGate(OutageSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    public synchronized Turn turn() {
        if (outage.isPresent()) {
            return turnIn(outage.get());
        }
        forgetWhatHasHeld();
        return new Turn.Go();
    }

    /** Empty while Salesforce takes writes. */
    public synchronized Optional<Outage> outage() {
        return outage;
    }

    /** Salesforce answered. Only a probe opens the gate: another call's answer may be older than the outage. */
    public synchronized void answered(Turn turn) {
        if (turn instanceof Turn.Probe && outage.isPresent()) {
            Ended now = new Ended(outage.get(), clock.instant());
            ended = Optional.of(now);
            outage = Optional.empty();
            if (now.isTold()) {
                logEnd(now);
            }
        }
    }

    /** The call that was let through with this turn found an outage. */
    public synchronized void halted(Turn turn, Halt halt) {
        if (outage.isEmpty()) {
            forgetWhatHasHeld();
            outage = Optional.of(ended.map(over -> relapse(over.outage(), halt)).orElseGet(() -> begin(halt)));
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

    private Outage begin(Halt halt) {
        log.warn(
                "Salesforce takes no writes ({}); usage waits in the queue, nothing is lost: {}",
                halt.code(),
                halt.reason());
        return Outage.begin(halt, clock.instant(), next(halt, 0));
    }

    private Outage relapse(Outage before, Halt halt) {
        if (before.relapses() == 0) {
            log.warn(
                    "Salesforce takes no writes again ({}); it will be told to be back when that has held for {}: {}",
                    halt.code(),
                    held(),
                    halt.reason());
        }
        return before.again(halt, next(halt, before.probes() + 1));
    }

    private void forgetWhatHasHeld() {
        Instant longAgo = clock.instant().minus(held());
        ended.filter(over -> !over.at().isAfter(longAgo)).ifPresent(over -> {
            ended = Optional.empty();
            if (!over.isTold()) {
                logEnd(over);
            }
        });
    }

    /** How long Salesforce must take writes until an outage counts as over for good. */
    private Duration held() {
        return settings.longestWait().multipliedBy(2);
    }

    private static void logEnd(Ended over) {
        Duration lasted = Duration.between(over.outage().since(), over.at());
        log.info(
                "Salesforce is back after {} ({})", lasted, over.outage().halt().code());
    }

    // A wait is drawn between the first one and its double for every failed probe, so that several workers do not knock
    // together. What the other side asks for counts up to our own longest wait: it may be wrong, or not Salesforce.
    private Instant next(Halt halt, int probes) {
        long shortest = (halt.isShortOfCalls() ? settings.quotaWait() : settings.firstWait()).toMillis();
        long longest =
                halt.isShortOfCalls() ? 2 * shortest : settings.longestWait().toMillis();
        long ceiling = Math.max(shortest, Math.min(longest, shortest << Math.min(probes, 20)));
        Duration drawn = Duration.ofMillis(random.nextLong(shortest, ceiling + 1));
        return clock.instant().plus(longer(drawn, asked(halt)));
    }

    private Duration asked(Halt halt) {
        Duration most = halt.isShortOfCalls() ? settings.quotaWait() : settings.longestWait();
        return halt.retryAfter()
                .map(asked -> asked.compareTo(most) < 0 ? asked : most)
                .orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
