package dev.tailback.queue;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The driver, set up for a queue: no waiting while disconnected, quick to come back. */
final class RedisConnections implements AutoCloseable {
    private static final Duration LONGEST_RECONNECT_PAUSE = Duration.ofMillis(500);

    private final QueueConfiguration configuration;
    private final ClientResources resources;
    private final RedisClient client;

    RedisConnections(QueueConfiguration configuration) {
        this.configuration = configuration;
        this.resources = DefaultClientResources.builder()
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(10), LONGEST_RECONNECT_PAUSE, 2, TimeUnit.MILLISECONDS))
                .build();
        this.client = RedisClient.create(resources, address());
        client.setOptions(options());
    }

    /** A connection of its own, not made before it is needed. */
    RedisLink link() {
        return new RedisLink(
                client,
                configuration.commandTimeout(),
                new RedisProblem(configuration.address(), configuration.commandTimeout()));
    }

    private RedisURI address() {
        RedisURI uri = RedisURI.create(configuration.redisUri());
        uri.setTimeout(configuration.commandTimeout());
        return uri;
    }

    private ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                // RedisLink waits itself: it knows which commands block in Redis for longer than others may take.
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(configuration.commandTimeout())
                        .keepAlive(true)
                        .build())
                .build();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }
}
