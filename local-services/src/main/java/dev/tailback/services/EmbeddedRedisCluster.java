package dev.tailback.services;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real Redis Cluster of child processes on 127.0.0.1: some masters that share the 16,384 slots, each with one replica that takes over when it dies. A
 * node counts as dead after one second.
 */
public final class EmbeddedRedisCluster implements AutoCloseable {
    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;
    private static final Duration FORMING_LIMIT = Duration.ofSeconds(60);

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
            EmbeddedRedisCluster cluster = new EmbeddedRedisCluster(List.copyOf(nodes));
            cluster.form();
            return cluster;
        } catch (IOException | ServiceFailed failure) {
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
        for (EmbeddedRedis node : nodes) {
            if (node.isRunning() && ownsAsMaster(node, slot)) {
                return node;
            }
        }
        throw new ServiceFailed("No living master has slot " + slot);
    }

    @Override
    public void close() {
        nodes.forEach(EmbeddedRedis::close);
    }

    private static EmbeddedRedis node(OwnedProcesses processes, String name, Path directory) {
        // The port of the cluster's own bus is by 10,000 higher unless told, which is too high for some free ports.
        List<String> clustered = List.of(
                "--cluster-enabled", "yes",
                "--cluster-config-file", "nodes.conf",
                "--cluster-node-timeout", "1000",
                "--cluster-port", Integer.toString(Ports.free()),
                "--cluster-replica-validity-factor", "0",
                "--cluster-require-full-coverage", "no",
                "--repl-diskless-sync-delay", "0");
        return EmbeddedRedis.start(processes, name, directory, 0, clustered);
    }

    private void form() throws IOException {
        for (int master = 0; master < MASTERS; master++) {
            int first = SLOTS * master / MASTERS;
            int last = SLOTS * (master + 1) / MASTERS - 1;
            ask(master, "CLUSTER ADDSLOTSRANGE " + first + " " + last);
        }
        for (int node = 0; node < nodes.size(); node++) {
            ask(node, "CLUSTER SET-CONFIG-EPOCH " + (node + 1));
        }
        for (int node = 1; node < nodes.size(); node++) {
            ask(0, "CLUSTER MEET 127.0.0.1 " + nodes.get(node).port() + " " + busPort(node));
        }
        await("meet", () -> IntStream.range(0, nodes.size()).allMatch(this::knowsAll));
        for (int replica = MASTERS; replica < nodes.size(); replica++) {
            ask(replica, "CLUSTER REPLICATE " + text(replica - MASTERS, "CLUSTER MYID"));
        }
        await(
                "agree",
                () -> IntStream.range(0, nodes.size())
                        .allMatch(node -> tells(node, "CLUSTER INFO", "cluster_state:ok") && knowsItsReplicas(node)));
        await(
                "copy",
                () -> IntStream.range(MASTERS, nodes.size())
                        .allMatch(replica -> tells(replica, "INFO replication", "master_link_status:up")));
    }

    private boolean knowsAll(int node) {
        return tells(node, "CLUSTER INFO", "cluster_known_nodes:" + nodes.size());
    }

    private boolean knowsItsReplicas(int node) {
        return text(node, "CLUSTER NODES")
                        .lines()
                        .filter(line -> line.contains("slave"))
                        .count()
                == MASTERS;
    }

    private String busPort(int node) {
        return text(node, "CLUSTER NODES").replaceAll("(?s).*?@(\\d+).*", "$1");
    }

    private boolean ownsAsMaster(EmbeddedRedis node, int slot) {
        return text(nodes.indexOf(node), "CLUSTER NODES")
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

    private boolean tells(int node, String question, String line) {
        return text(node, question).lines().anyMatch(line::equals);
    }

    private String text(int node, String question) {
        try {
            return RedisWire.askForText(nodes.get(node).uri(), question).strip();
        } catch (IOException e) {
            throw new ServiceFailed("Node " + node + " of the Redis Cluster does not answer", e);
        }
    }

    private void ask(int node, String command) throws IOException {
        String answer = RedisWire.ask(nodes.get(node).uri(), command);
        if (!answer.equals("+OK")) {
            throw new ServiceFailed("Node " + node + " of the Redis Cluster answered " + answer + " to " + command);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Await.until(condition, FORMING_LIMIT)) {
            throw new ServiceFailed("The nodes of the Redis Cluster did not " + what + " within " + FORMING_LIMIT);
        }
    }
}
