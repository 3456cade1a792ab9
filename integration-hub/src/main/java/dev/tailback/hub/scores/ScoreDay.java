package dev.tailback.hub.scores;

import dev.tailback.hub.database.CountMap;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The last count of a day.
 *
 * @param day UTC
 * @param refusedBy as JSON
 */
@MappedEntity("quality_day")
record ScoreDay(
        @Id LocalDate day,
        String crm,
        String entity,
        String attribute,
        long records,
        long filled,
        long refused,
        String refusedBy,
        long compared,
        long agreed,
        Instant countedAt) {

    Score score() {
        return new Score(
                day,
                crm,
                entity,
                attribute,
                Share.of(filled, records),
                Share.of(filled - refused, filled),
                Share.of(agreed, compared),
                CountMap.counts(refusedBy),
                countedAt);
    }
}
