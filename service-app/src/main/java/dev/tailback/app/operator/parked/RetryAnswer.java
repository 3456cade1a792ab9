package dev.tailback.app.operator.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a retry of many did, or would do.
 *
 * @param matching parked entries the request was about, before
 * @param retried entries that try again now; with {@code dryRun}, that would
 * @param remaining parked entries the request was about, afterwards
 * @param left entries whose turn it was and that could not be retried now, each with its reason
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RetryAnswer(boolean dryRun, long matching, long retried, long remaining, List<LeftParked> left) {}
