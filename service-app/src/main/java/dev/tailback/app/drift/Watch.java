package dev.tailback.app.drift;

import dev.tailback.mapping.drift.Weight;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Optional;

/**
 * What all service apps know of the last looks, and when the next one is due.
 *
 * @param begunAt when a look was begun last
 * @param wholeAt when everything was described last
 * @param lookedAt when the look began that could be judged last; null before the first one
 * @param mappingVersion for which it was judged
 * @param since since when it is as it is
 * @param changes as JSON
 * @param failedAt when a look after it could not be judged, with code and reason
 */
@Introspected
record Watch(
        Instant dueAt,
        @Nullable Instant begunAt,
        @Nullable Instant wholeAt,
        @Nullable Instant lookedAt,
        @Nullable Long mappingVersion,
        @Nullable Instant since,
        @Nullable Weight weight,
        String changes,
        @Nullable Instant failedAt,
        @Nullable String code,
        @Nullable String reason) {

    boolean isOf(long version) {
        return mappingVersion != null && mappingVersion == version;
    }

    /** Whether it was looked at later than a look that began then. */
    boolean isLaterThan(Instant begun) {
        return lookedAt != null && lookedAt.isAfter(begun);
    }

    boolean hasFailed() {
        return failedAt != null;
    }

    Optional<Instant> begun() {
        return Optional.ofNullable(begunAt);
    }

    Optional<Instant> whole() {
        return Optional.ofNullable(wholeAt);
    }

    Optional<Weight> judged() {
        return Optional.ofNullable(weight);
    }

    /** Since when it is so, if it was so before; now otherwise. */
    Instant since(long version, Optional<Weight> nowJudged, String nowChanges, Instant now) {
        boolean isSame = isOf(version) && judged().equals(nowJudged) && changes.equals(nowChanges);
        return isSame && since != null ? since : now;
    }
}
