package dev.tailback.hub.allowance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What all hubs know of one CRM's allowance. All times are the database's. */
@MappedEntity("crm_allowance")
record AllowanceRow(
        @Id String crm,
        @Nullable Long toldLeft,
        @Nullable Long toldMost,
        @Nullable Instant toldAt,
        long grantedSince,
        @Nullable Instant lookedAt,
        @Nullable Instant waitUntil,
        @Nullable String waitReason,
        @Nullable Instant downSince,
        @Nullable String downCode,
        @Nullable String downReason,
        int probes,
        @Nullable Instant nextProbeAt,
        @Nullable Instant probeUntil,
        @Nullable Instant answeredAt,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        @Nullable String pauseNote) {

    /** What a CRM told earlier says nothing of today. */
    private static final Duration TOLD_HOLDS = Duration.ofHours(24);

    boolean isPaused() {
        return pausedAt != null;
    }

    boolean isDown() {
        return downSince != null;
    }

    Optional<Instant> waiting(Instant now) {
        return Optional.ofNullable(waitUntil).filter(now::isBefore);
    }

    Optional<Instant> probing(Instant now) {
        return Optional.ofNullable(probeUntil).filter(now::isBefore);
    }

    Optional<Instant> nextProbe() {
        return Optional.ofNullable(nextProbeAt);
    }

    Optional<Instant> looked() {
        return Optional.ofNullable(lookedAt);
    }

    /** As the CRM told, less what was granted since. Empty where it has not told, or not for a day. */
    OptionalLong left(Instant now) {
        boolean isOld = toldAt == null || !now.isBefore(toldAt.plus(TOLD_HOLDS));
        return toldLeft == null || isOld ? OptionalLong.empty() : OptionalLong.of(Math.max(0, toldLeft - grantedSince));
    }

    OptionalLong most() {
        return toldMost == null ? OptionalLong.empty() : OptionalLong.of(toldMost);
    }
}
