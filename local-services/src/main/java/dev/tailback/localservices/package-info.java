/**
 * PostgreSQL and Redis as child processes, for the demo and for tests. They end with the program that started them,
 * also after {@code kill -9}.
 *
 * <p>Doors: {@code EmbeddedPostgres}, {@code EmbeddedRedis}, {@code EmbeddedRedisCluster} and {@code
 * EmbeddedRedisSentinels}.
 */
package dev.tailback.localservices;
