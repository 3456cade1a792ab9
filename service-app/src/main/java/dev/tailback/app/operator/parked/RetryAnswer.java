package dev.tailback.app.operator.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * What a retry of many did, or would do. Whether Salesforce accepts the entries this time is not known yet: {@code GET
 * /api/operations/{operation}} tells.
 *
 * @param matching parked entries the request was about, before
 * @param retried entries that are asked again; with {@code dryRun}, that would be
 * @param remaining parked entries the request was about, afterwards
 * @param left entries whose turn it was and that could not be retried now, each with its reason
 * @param operation the number under which this is recorded; empty when nothing was done
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RetryAnswer(
        boolean dryRun, long matching, long retried, long remaining, List<LeftParked> left, Optional<Long> operation) {}
