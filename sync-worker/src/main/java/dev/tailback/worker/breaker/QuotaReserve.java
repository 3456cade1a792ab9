package dev.tailback.worker.breaker;

import dev.tailback.salesforce.ApiUsage;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Leaves a share of the org's daily calls to people who work in Salesforce: above it, background writes pause. */
@Singleton
public final class QuotaReserve {
    private final double share;
    private volatile Optional<ApiUsage> last = Optional.empty();

    public QuotaReserve(BreakerSettings settings) {
        this.share = settings.quotaShare();
    }

    /** Of the org's daily calls, what background writes may use up. */
    public double share() {
        return share;
    }

    /** Empty until an answer of Salesforce has held the figures. */
    public Optional<ApiUsage> last() {
        return last;
    }

    public void note(Optional<ApiUsage> usage) {
        if (usage.isPresent()) {
            last = usage;
        }
    }

    /** Present when the last figures leave too few calls for people. */
    public Optional<PauseReason> pause() {
        return last.filter(usage -> usage.limit() > 0 && usage.used() >= share * usage.limit())
                .map(usage -> new PauseReason(
                        PauseReason.QUOTA_RESERVED,
                        "The org has used " + usage.used() + " of its " + usage.limit()
                                + " API calls of 24 hours; the rest is kept for people at the screen."));
    }
}
