package dev.tailback.queue.redis;

import dev.tailback.queue.QueueConfiguration;
import dev.tailback.queue.redis.RedisConnection.Connected;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The driver, set up for a queue: no waiting while disconnected, quick to come back, quick to find a cluster's new
 * master.
 */
public final class RedisConnections implements AutoCloseable {
    private static final Duration LONGEST_RECONNECT_PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK_AT_THE_CLUSTER_EVERY = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN_AFTER_TROUBLE = Duration.ofMillis(500);

    private final QueueConfiguration configuration;
    private final RedisAddress address;
    private final ClientResources resources;
    private final AbstractRedisClient client;
    private final Supplier<Connected> connecting;

    public RedisConnections(QueueConfiguration configuration) {
        this.configuration = configuration;
        this.address = RedisAddress.of(configuration.redisUri());
        this.resources = DefaultClientResources.builder()
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(10), LONGEST_RECONNECT_PAUSE, 2, TimeUnit.MILLISECONDS))
                .build();
        List<RedisURI> nodes = address.nodes();
        address.everyone().forEach(node -> node.setTimeout(configuration.commandTimeout()));
        if (address.isCluster()) {
            RedisClusterClient cluster = cluster(nodes);
            this.client = cluster;
            this.connecting = () -> connected(cluster.connect());
        } else {
            RedisClient single = single(nodes.get(0));
            this.client = single;
            this.connecting = () -> connected(single.connect());
        }
    }

    /** Keys of several shards as commands may name them together: in a cluster, one by one. */
    public List<List<String>> groups(List<String> keys) {
        return address.isCluster() ? keys.stream().map(List::of).toList() : List.of(keys);
    }

    /** A connection of its own, not made before it is needed. */
    public RedisLink link() {
        return new RedisLink(
                new RedisConnection(connecting, address.hasSentinels()),
                address.isCluster(),
                configuration.commandTimeout(),
                new RedisProblem(address.shown(), configuration.commandTimeout(), address.isInTls()));
    }

    public Duration commandTimeout() {
        return configuration.commandTimeout();
    }

    private RedisClient single(RedisURI node) {
        RedisClient single = RedisClient.create(resources, node);
        single.setOptions(careful(ClientOptions.builder()).build());
        return single;
    }

    private RedisClusterClient cluster(List<RedisURI> nodes) {
        RedisClusterClient cluster = RedisClusterClient.create(resources, nodes);
        ClusterClientOptions.Builder options = ClusterClientOptions.builder();
        careful(options);
        cluster.setOptions(options.topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        // The driver also looks at every sign of trouble, unless told not to.
                        .enablePeriodicRefresh(LOOK_AT_THE_CLUSTER_EVERY)
                        .adaptiveRefreshTriggersTimeout(LOOK_AGAIN_AFTER_TROUBLE)
                        .build())
                .build());
        return cluster;
    }

    private <T extends ClientOptions.Builder> T careful(T options) {
        options.autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                // RedisLink waits itself: it knows which commands block in Redis for longer than others may take.
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .sslOptions(SslOptions.builder()
                        .handshakeTimeout(configuration.commandTimeout())
                        .build())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(configuration.commandTimeout())
                        .keepAlive(true)
                        .build());
        return options;
    }

    private static Connected connected(StatefulRedisConnection<String, String> connection) {
        return new Connected(connection, connection.async());
    }

    private static Connected connected(StatefulRedisClusterConnection<String, String> connection) {
        return new Connected(connection, connection.async());
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }
}
