package dev.tailback.hub.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.TimeText;
import dev.tailback.hub.observations.Observation;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a person set a field, by the database's clock.
 *
 * @param told by the CRM's clock; null where it tells none
 */
record SetAt(Instant earliest, Instant latest, @Nullable Instant told) {

    /** So much later than the change itself a CRM may tell of it: HubSpot's search takes moments. */
    private static final Duration TOLD_LATE = Duration.ofSeconds(30);

    /**
     * On first meeting nothing is known of the beginning. The CRM's clock counts only within what we saw ourselves: who
     * typed over a value that we had put there did so after we put it there, however wrong that clock is.
     */
    static SetAt of(Observation observation, FieldNews news) {
        Instant seen = Optional.ofNullable(observation.seenAfter())
                .filter(seenAfter -> news.isPersons() && !news.isFirstSight())
                .map(seenAfter -> seenAfter.minus(TOLD_LATE))
                .orElse(Instant.EPOCH);
        Instant earliest = news.notBefore().filter(seen::isBefore).orElse(seen);
        return new SetAt(earliest, observation.seenAt(), observation.setAt(news.field()));
    }

    void write(ObjectNode row) {
        row.put("earliest", TimeText.of(earliest))
                .put("latest", TimeText.of(latest))
                .put("told", Optional.ofNullable(told).map(TimeText::of).orElse(null));
    }
}
