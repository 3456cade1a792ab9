package dev.tailback.hub.allowance;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * How much of a CRM's daily allowance may be gone before the hub stops calling, in percent. What remains belongs to the
 * company's other programs.
 *
 * @param livePercent for what people change now; 80 unless given
 * @param personPercent for a person at a screen; 95 unless given, never less than for live changes
 * @param backfillPercent for first readings; 60 unless given, never more than for live changes
 */
@ConfigurationProperties("tailback.hub.allowance")
public record AllowanceSettings(
        @Nullable Integer livePercent,
        @Nullable Integer personPercent,
        @Nullable Integer backfillPercent) {

    private static final int LIVE = 80;
    private static final int PERSON = 95;
    private static final int BACKFILL = 60;

    /** @throws IllegalArgumentException in one sentence */
    public AllowanceSettings {
        check("live", livePercent);
        check("person", personPercent);
        check("backfill", backfillPercent);
    }

    private static void check(String whose, @Nullable Integer percent) {
        if (percent != null && (percent < 1 || percent > 100)) {
            throw new IllegalArgumentException("The share of a CRM's allowance for " + whose + " is " + percent
                    + " percent: it must be a number from 1 to 100.");
        }
    }

    /** Left over for others by this caller, of so many. */
    long kept(Priority priority, long most) {
        return most * (100 - percent(priority)) / 100;
    }

    int percent(Priority priority) {
        int live = Optional.ofNullable(livePercent).orElse(LIVE);
        return switch (priority) {
            case LIVE -> live;
            case PERSON -> Math.max(live, Optional.ofNullable(personPercent).orElse(PERSON));
            case BACKFILL -> Math.min(live, Optional.ofNullable(backfillPercent).orElse(BACKFILL));
        };
    }
}
