package dev.tailback.queue.redis;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code REDIS_URI} taken apart. One Redis and Sentinels are written as the driver reads them. A Redis Cluster, which
 * the driver has no notation for, is {@code redis+cluster://user:password@host1:6379,host2:6379}, or {@code
 * rediss+cluster://} with TLS: some of its nodes, from which the others are found.
 */
public record RedisAddress(List<RedisURI> nodes, boolean isCluster) {
    private static final Pattern CLUSTER =
            Pattern.compile("(rediss?)\\+cluster://((?:[^@/]*@)?)([^@/?]+)/?((?:\\?.*)?)");

    /** @throws IllegalArgumentException without a repetition of the address, which may carry a password */
    public static RedisAddress of(String redisUri) {
        try {
            Matcher cluster = CLUSTER.matcher(redisUri);
            return cluster.matches() ? cluster(cluster) : new RedisAddress(List.of(single(redisUri)), false);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(
                    "REDIS_URI is not a Redis address: write it as redis://host:6379, rediss://user:password@host:6379,"
                            + " redis-sentinel://host:26379#master or redis+cluster://host1:6379,host2:6379");
        }
    }

    boolean hasSentinels() {
        return !nodes.get(0).getSentinels().isEmpty();
    }

    boolean isInTls() {
        return nodes.get(0).isSsl();
    }

    /** Every address the driver talks to, the Sentinels among them. */
    List<RedisURI> everyone() {
        return Stream.concat(nodes.stream(), nodes.stream().flatMap(node -> node.getSentinels().stream()))
                .toList();
    }

    /** Hosts and ports as people may see them in a log or an error: no user, no password. */
    public String shown() {
        RedisURI first = nodes.get(0);
        if (hasSentinels()) {
            return "the master " + first.getSentinelMasterId() + " of the Sentinels";
        }
        return nodes.stream().map(node -> node.getHost() + ":" + node.getPort()).collect(Collectors.joining(","));
    }

    private static RedisAddress cluster(Matcher parts) {
        List<RedisURI> nodes = Arrays.stream(parts.group(3).split(",", -1))
                .map(node -> single(parts.group(1) + "://" + parts.group(2) + node + parts.group(4)))
                .toList();
        return new RedisAddress(nodes, true);
    }

    private static RedisURI single(String redisUri) {
        RedisURI uri = RedisURI.create(redisUri);
        // The driver reads a host without a usable port as one word; Sentinels are many hosts, which only the driver
        // reads.
        if (uri.getSentinels().isEmpty() && URI.create(redisUri).getHost() == null) {
            throw new IllegalArgumentException("no host");
        }
        return uri;
    }
}
