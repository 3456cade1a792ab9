package dev.tailback.worker.pace;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.worker.breaker.QuotaReserve;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the next batch is worth a call. While the day is rich, at once. As its calls get scarce, the worker gathers: it
 * makes only as many calls a second as last until more come back (see {@link CallPlan}), and the batches fill up
 * meanwhile. A tenth of what is left may go at once, so that a burst does not wait; what is not used of the rate fills
 * that up again (a token bucket). No batch waits longer than {@link PaceSettings#reportWithin}.
 */
@Singleton
public final class Pace {
    /** A little below the share, since other calls may be on their way. */
    private static final double AIM = 0.98;

    private static final double AT_ONCE = 0.1;
    private static final Duration SHOWN_FOR = Duration.ofSeconds(10);

    private final QuotaReserve quota;
    private final Duration reportWithin;
    private final Clock clock;
    private final OwnCalls own = new OwnCalls();
    private final OthersUse others = new OthersUse();
    private int workers = 1;
    private double atOnce = Double.MAX_VALUE;
    private Instant filledAt;
    private Instant takenAt = Instant.EPOCH;
    private Instant waitedAt = Instant.EPOCH;

    /**
     * What the worker does while calls are scarce.
     *
     * @param every about the time between two of its calls
     * @param until when calls come back
     */
    public record Gathering(Duration every, Instant until) {}

    public Pace(PaceSettings settings, QuotaReserve quota, Clock clock) {
        this.quota = quota;
        this.reportWithin = settings.reportWithin();
        this.clock = clock;
        this.filledAt = clock.instant();
    }

    /** Salesforce was called. */
    public synchronized void called() {
        own.add(clock.instant());
    }

    /** What Salesforce said of the day's calls with an answer, if it did. */
    public synchronized void told(Optional<ApiUsage> usage) {
        if (usage.isPresent()) {
            Instant now = clock.instant();
            others.note(now, usage.get().used() - own.ofTheDay(now));
            quota.note(usage);
        }
    }

    /** @param number of workers that share the org's calls, this one included */
    public synchronized void shareWith(int number) {
        workers = Math.max(1, number);
    }

    /** A batch was taken, which costs a call. */
    public synchronized void taken() {
        takenAt = clock.instant();
        atOnce = Math.max(0, atOnce - 1);
    }

    /** How long the next batch gathers; zero if it goes at once. One that is full need not ask. */
    public synchronized Duration untilNext() {
        Instant now = clock.instant();
        return plan(now).map(plan -> untilNext(plan, now)).orElse(Duration.ZERO);
    }

    private Duration untilNext(CallPlan plan, Instant now) {
        fill(plan, now);
        if (atOnce >= 1) {
            return Duration.ZERO;
        }
        Duration longest = Duration.between(now, takenAt.plus(reportWithin));
        Duration left = shorter(longest, every(plan, 1 - atOnce));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** A batch waits because of {@link #untilNext}. */
    public synchronized void waits() {
        waitedAt = clock.instant();
    }

    /** Empty while the worker sends at once. */
    public synchronized Optional<Gathering> now() {
        Instant now = clock.instant();
        return plan(now)
                .map(plan -> new Gathering(every(plan, 1), plan.until()))
                .filter(shown -> waitedAt.plus(shown.every().multipliedBy(2))
                        .plus(SHOWN_FOR)
                        .isAfter(now));
    }

    private Optional<CallPlan> plan(Instant now) {
        return limit().map(limit -> CallPlan.of(left(limit, now), own, others, workers, now));
    }

    private Optional<Long> limit() {
        return quota.last().map(ApiUsage::limit).filter(limit -> limit > 0);
    }

    private double left(long limit, Instant now) {
        return AIM * quota.share() * limit - others.last() - own.ofTheDay(now);
    }

    private void fill(CallPlan plan, Instant now) {
        double seconds = Math.max(0, Duration.between(filledAt, now).toMillis() / 1000.0);
        double most = Math.max(1, AT_ONCE * left(limit().orElse(0L), now) / workers);
        atOnce = Math.min(most, atOnce + seconds * plan.perSecond());
        filledAt = now;
    }

    private Duration every(CallPlan plan, double calls) {
        double seconds = calls / plan.perSecond();
        return seconds < reportWithin.toMillis() / 1000.0 ? Duration.ofNanos((long) (seconds * 1e9)) : reportWithin;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
