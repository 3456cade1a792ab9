package dev.tailback.queue.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;

/** A connection to one Redis, or to all nodes of a cluster; the commands are those that both have. */
record Connected(StatefulConnection<String, String> connection, RedisClusterAsyncCommands<String, String> commands) {}
