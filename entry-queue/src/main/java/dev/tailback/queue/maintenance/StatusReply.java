package dev.tailback.queue.maintenance;

import dev.tailback.queue.BoundedText;
import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.redis.RedisProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer of {@code status.lua}.
 *
 * @param refusal why an offer would be refused now, if so
 */
record StatusReply(List<Object> reply, Optional<String> refusal, RedisProblem redis) {
    private static final int LONGEST_REASON = 4_000;

    /** @param unavailable shards that did not answer */
    QueueStatus read(List<QueueStatus.Unavailable> unavailable) {
        return new QueueStatus(
                number(0) == 1,
                number(1) == 1,
                number(2),
                number(3),
                number(4),
                number(5),
                number(6),
                longestWait(),
                pause(),
                number(10),
                number(11),
                refusal,
                redis.evicts(reply.get(12).toString()).stream().toList(),
                unavailable);
    }

    private long number(int field) {
        return (Long) reply.get(field);
    }

    private Optional<Duration> longestWait() {
        return number(7) < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(number(7)));
    }

    private Optional<QueueStatus.Pause> pause() {
        String since = reply.get(9).toString();
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new QueueStatus.Pause(
                        BoundedText.of(reply.get(8).toString(), LONGEST_REASON),
                        Instant.ofEpochMilli(since.matches("\\d{1,14}") ? Long.parseLong(since) : 0)));
    }
}
