package dev.tailback.app.operator.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * What a deletion did, or would do. One call deletes 10,000 rows at most, so that nothing waits long for it; while
 * {@code remaining} is not 0, ask again.
 *
 * @param before what is older than this is meant
 * @param matching rows the request was about, before
 * @param deleted rows that are gone; 0 with {@code dryRun}
 * @param remaining rows the request was about, afterwards
 * @param exact whether all were counted; else there are more than 100,000
 * @param stays what stays of this kind
 * @param operation the number under which this is recorded; empty when nothing was done
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeletionAnswer(
        boolean dryRun,
        String kind,
        int olderThanDays,
        Instant before,
        long matching,
        long deleted,
        long remaining,
        boolean exact,
        String stays,
        Optional<Long> operation) {}
