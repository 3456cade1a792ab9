package dev.tailback.worker.breaker;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the queue and Salesforce. Closed, it lets every call pass. The first call that finds an outage opens
 * it: nothing is sent. After a random wait that grows with every failure it is half-open and lets one probe pass; the
 * first probe that Salesforce answers closes it. Begin and end of an outage are logged once each. An outage that comes
 * back soon after its end is the same outage: its waits go on growing, and from the second relapse on, its end is
 * logged only after Salesforce has taken writes for a while.
 */
@Singleton
public final class CircuitBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);

    private final BreakerSettings settings;
    private final Clock clock;
    private final ProbeWaits waits;
    private Optional<Outage> outage = Optional.empty();
    private Optional<Ended> ended = Optional.empty();

    /** An outage that seems to be over. */
    private record Ended(Outage outage, Instant at) {
        boolean isLogged() {
            return outage.relapses() == 0;
        }
    }

    public CircuitBreaker(BreakerSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.waits = new ProbeWaits(settings, random);
    }

    public synchronized Permission ask() {
        if (outage.isPresent()) {
            return permissionDuring(outage.get());
        }
        endFormerOutage();
        return new Permission.Granted();
    }

    /** Empty while Salesforce takes writes. */
    public synchronized Optional<Outage> outage() {
        return outage;
    }

    /**
     * Salesforce answered. Only a probe closes the circuit: the answer to another call may be older than the outage.
     */
    public synchronized void succeeded(Permission permission) {
        if (permission.isProbe() && outage.isPresent()) {
            Ended now = new Ended(outage.get(), clock.instant());
            ended = Optional.of(now);
            outage = Optional.empty();
            if (now.isLogged()) {
                logEnd(now);
            }
        }
    }

    /** The call with this permission found an outage. */
    public synchronized void failed(Permission permission, PauseReason pause) {
        if (outage.isEmpty()) {
            endFormerOutage();
            outage =
                    Optional.of(ended.map(over -> relapse(over.outage(), pause)).orElseGet(() -> begin(pause)));
        } else if (permission.isProbe()) {
            outage = outage.map(current -> current.after(pause, next(pause, current.probes() + 1)));
        }
    }

    /** Nothing was sent with this permission, so it says nothing about Salesforce. */
    public synchronized void released(Permission permission) {
        if (permission.isProbe()) {
            outage = outage.map(current -> current.withProbe(false));
        }
    }

    private Permission permissionDuring(Outage current) {
        Duration left = Duration.between(clock.instant(), current.nextProbeAt());
        if (current.probing()) {
            return new Permission.Denied(settings.longestWait());
        }
        if (left.toMillis() > 0) {
            return new Permission.Denied(left);
        }
        outage = Optional.of(current.withProbe(true));
        return new Permission.Probe();
    }

    private Outage begin(PauseReason pause) {
        LOG.warn(
                "Salesforce takes no writes ({}); usage waits in the queue, nothing is lost: {}",
                pause.code(),
                pause.reason());
        return Outage.begin(pause, clock.instant(), next(pause, 0));
    }

    private Outage relapse(Outage before, PauseReason pause) {
        if (before.relapses() == 0) {
            LOG.warn(
                    "Salesforce takes no writes again ({}); its return will be logged after {} without an outage: {}",
                    pause.code(),
                    held(),
                    pause.reason());
        }
        return before.again(pause, next(pause, before.probes() + 1));
    }

    private void endFormerOutage() {
        Instant longAgo = clock.instant().minus(held());
        ended.filter(over -> !over.at().isAfter(longAgo)).ifPresent(over -> {
            ended = Optional.empty();
            if (!over.isLogged()) {
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
        LOG.info(
                "Salesforce is back after {} ({})",
                lasted,
                over.outage().cause().code());
    }

    private Instant next(PauseReason pause, int probes) {
        return clock.instant().plus(waits.next(pause, probes));
    }
}
