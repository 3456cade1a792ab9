package dev.tailback.app.relay;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.usage.UsageRecord;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/** The queue of this process. It connects when it can: the service app works while Redis is away. */
@Factory
class QueueFactory {

    /**
     * @param redisUri {@code REDIS_URI} in the environment
     * @param redisShards {@code REDIS_SHARDS}, the same in every program
     */
    @Singleton
    @Bean(preDestroy = "close")
    EntryQueue queue(
            @Property(name = "redis.uri", defaultValue = "redis://127.0.0.1:6379") String redisUri,
            @Property(name = "redis.shards", defaultValue = "1") String redisShards) {
        return EntryQueue.connect(QueueConfiguration.read(UsageRecord.QUEUE, redisUri, redisShards));
    }
}
