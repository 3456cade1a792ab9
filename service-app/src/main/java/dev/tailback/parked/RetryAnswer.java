package dev.tailback.parked;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a retry of many did, or would do.
 *
 * @param matching parked entries the request was about, before
 * @param retried entries that try again now; with {@code dryRun}, that would
 * @param remaining parked entries the request was about, afterwards
 */
@Serdeable
record RetryAnswer(boolean dryRun, long matching, long retried, long remaining) {}
