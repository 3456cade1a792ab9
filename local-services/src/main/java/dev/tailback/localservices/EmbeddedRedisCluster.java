package dev.tailback.localservices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A real Redis Cluster of child processes on 127.0.0.1: some masters that share the 16,384 slots, each with one replica
 * that takes over when it dies. A node counts as dead after one second.
 */
public final class EmbeddedRedisCluster implements AutoCloseable {
    private static final int MASTERS = 3;

    private final List<EmbeddedRedis> nodes;

    private EmbeddedRedisCluster(List<EmbeddedRedis> nodes) {
        this.nodes = nodes;
    }

    /**
     * Three masters and three replicas, ready to take over.
     *
     * @param name unique among the owner's processes
     * @param directory for the nodes' data and logs
     */
    public static EmbeddedRedisCluster start(OwnedProcesses processes, String name, Path directory) {
        List<EmbeddedRedis> nodes = new ArrayList<>();
        try {
            for (int node = 0; node < 2 * MASTERS; node++) {
                nodes.add(node(processes, name + "-" + node, directory.resolve("node-" + node)));
            }
            new ClusterForming(nodes.stream().map(RedisNode::new).toList()).form();
            return new EmbeddedRedisCluster(List.copyOf(nodes));
        } catch (ServiceFailed failure) {
            nodes.forEach(EmbeddedRedis::close);
            throw new ServiceFailed("The Redis Cluster in " + directory + " did not form", failure);
        }
    }

    /** For clients that know {@code redis+cluster://}: all nodes. */
    public String uri() {
        return "redis+cluster://"
                + nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    }

    public List<EmbeddedRedis> nodes() {
        return nodes;
    }

    /** The node that is the living master of a slot now. */
    public EmbeddedRedis masterOf(int slot) {
        return nodes.stream()
                .filter(node -> node.isRunning() && ownsAsMaster(node, slot))
                .findFirst()
                .orElseThrow(() -> new ServiceFailed("No living master has slot " + slot));
    }

    /** Whether it copies what that master has. */
    public boolean isReplicaOf(EmbeddedRedis node, EmbeddedRedis master) {
        return new RedisNode(node).tells("INFO replication", "master_port:" + master.port());
    }

    @Override
    public void close() {
        nodes.forEach(EmbeddedRedis::close);
    }

    private static EmbeddedRedis node(OwnedProcesses processes, String name, Path directory) {
        List<String> settings = new ArrayList<>(RedisSettings.keepingEverything());
        // The port of the cluster's own bus is by 10,000 higher unless told, which is too high for some free ports.
        settings.addAll(List.of(
                "--cluster-enabled", "yes",
                "--cluster-config-file", "nodes.conf",
                "--cluster-node-timeout", "1000",
                "--cluster-port", Integer.toString(Ports.free()),
                "--cluster-replica-validity-factor", "0",
                "--cluster-require-full-coverage", "no",
                "--repl-diskless-sync-delay", "0"));
        return EmbeddedRedis.start(processes, name, directory, 0, settings);
    }

    private static boolean ownsAsMaster(EmbeddedRedis node, int slot) {
        return new RedisNode(node)
                .text("CLUSTER NODES")
                .lines()
                .anyMatch(line -> line.contains("myself,master")
                        && Arrays.stream(line.split(" ")).skip(8).anyMatch(range -> holds(range, slot)));
    }

    private static boolean holds(String range, int slot) {
        String[] ends = range.split("-");
        return range.matches("\\d+(-\\d+)?")
                && Integer.parseInt(ends[0]) <= slot
                && slot <= Integer.parseInt(ends[ends.length - 1]);
    }
}
