package dev.tailback.queue;

import java.time.Duration;

/**
 * A job of the other system that a worker has begun and that is not known to be over.
 *
 * @param silentFor since its worker has noted it last, by Redis' clock
 */
public record NotedJob(String jobId, String workerId, Duration silentFor) {}
