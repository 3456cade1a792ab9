package dev.tailback.verification.benchmarks.lab;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Published;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.queue.Rebuild;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;

/** The queue as a measurement uses it itself: on a machine that is busy otherwise, Redis may take its time. */
public final class PatientQueue {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PatientQueue() {}

    /** Close it. */
    public static EntryQueue on(EmbeddedRedis redis) {
        return EntryQueue.connect(new QueueConfiguration(UsageRecord.QUEUE, redis.uri(), 1, PATIENCE));
    }

    /** What a service app tells: without it a worker takes nothing. */
    public static void tellMapping(Rebuild rebuild) {
        rebuild.publish(Published.of(0, MappingYaml.shippedText()), "");
    }
}
