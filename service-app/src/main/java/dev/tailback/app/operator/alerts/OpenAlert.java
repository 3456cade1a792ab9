package dev.tailback.app.operator.alerts;

import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is wrong, as PostgreSQL keeps it.
 *
 * @param since when it was first seen
 * @param toldSize the number that people know; null until they were told
 */
record OpenAlert(
        AlertKind kind,
        String subject,
        Instant since,
        String message,
        long size,
        @Nullable Long toldSize,
        @Nullable Instant toldAt) {

    static OpenAlert of(Condition condition, Instant now) {
        return new OpenAlert(
                condition.kind(), condition.subject(), now, condition.message(), condition.size(), null, null);
    }

    boolean isAbout(Condition condition) {
        return kind == condition.kind() && subject.equals(condition.subject());
    }

    boolean isTold() {
        return toldAt != null;
    }

    /** The same as it is now; what became fewer may grow again from there. */
    OpenAlert now(Condition condition) {
        Long known = toldSize == null ? null : Long.valueOf(Math.min(toldSize, condition.size()));
        return new OpenAlert(kind, subject, since, condition.message(), condition.size(), known, toldAt);
    }

    OpenAlert told(Instant at) {
        return new OpenAlert(kind, subject, since, message, size, size, at);
    }

    /** What people have to be told about it now, if anything. */
    Optional<Change> due(AlertSettings settings, Instant now) {
        if (toldSize == null || toldAt == null) {
            boolean patient = Duration.between(since, now).compareTo(settings.patience(kind)) < 0;
            return patient ? Optional.empty() : Optional.of(Change.BEGUN);
        }
        boolean rested = Duration.between(toldAt, now).compareTo(AlertSettings.BETWEEN_GROWTHS) >= 0;
        return kind == AlertKind.PARKED && size > toldSize && rested ? Optional.of(Change.GREW) : Optional.empty();
    }
}
