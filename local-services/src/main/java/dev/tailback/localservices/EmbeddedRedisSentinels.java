package dev.tailback.localservices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real Redis with two replicas and three Sentinels, all child processes on 127.0.0.1. Two Sentinels that have not
 * heard of the master for two seconds make a replica the master; the old one becomes its replica when it comes back.
 */
public final class EmbeddedRedisSentinels implements AutoCloseable {
    private static final String MASTER = "tailback";
    private static final int REPLICAS = 2;
    private static final int SENTINELS = 3;
    private static final Duration FORMING_LIMIT = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("name=" + MASTER + ",status=\\w+,address=[^,]*:(\\d+),");

    private final List<EmbeddedRedis> nodes;
    private final List<EmbeddedRedis> sentinels;

    private EmbeddedRedisSentinels(List<EmbeddedRedis> nodes, List<EmbeddedRedis> sentinels) {
        this.nodes = nodes;
        this.sentinels = sentinels;
    }

    /**
     * Ready to fail over.
     *
     * @param name unique among the owner's processes
     * @param directory for the processes' data and logs
     */
    public static EmbeddedRedisSentinels start(OwnedProcesses processes, String name, Path directory) {
        EmbeddedRedisSentinels set = new EmbeddedRedisSentinels(new ArrayList<>(), new ArrayList<>());
        try {
            set.startNodes(processes, name, directory);
            set.startSentinels(processes, name, directory);
            return set;
        } catch (ServiceFailed failure) {
            set.close();
            throw new ServiceFailed("The Redis with Sentinels in " + directory + " did not form", failure);
        }
    }

    /** For clients: the addresses of all Sentinels. */
    public String uri() {
        return "redis-sentinel://"
                + sentinels.stream()
                        .map(sentinel -> "127.0.0.1:" + sentinel.port())
                        .collect(Collectors.joining(","))
                + "#" + MASTER;
    }

    /** The master and the replicas, in no order of roles. */
    public List<EmbeddedRedis> nodes() {
        return List.copyOf(nodes);
    }

    /** In the order clients ask them. */
    public List<EmbeddedRedis> sentinels() {
        return List.copyOf(sentinels);
    }

    /** The node that a Sentinel names as master now, dead or alive. */
    public EmbeddedRedis master() {
        int port = sentinels.stream()
                .map(EmbeddedRedisSentinels::namedBy)
                .flatMapToInt(OptionalInt::stream)
                .findFirst()
                .orElseThrow(() -> new ServiceFailed("No Sentinel names a master"));
        return nodes.stream().filter(node -> node.port() == port).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        sentinels.forEach(EmbeddedRedis::close);
        nodes.forEach(EmbeddedRedis::close);
    }

    private void startNodes(OwnedProcesses processes, String name, Path directory) {
        List<String> settings = new ArrayList<>(RedisSettings.keepingEverything());
        settings.addAll(List.of("--repl-diskless-sync-delay", "0"));
        nodes.add(EmbeddedRedis.start(processes, name + "-0", directory.resolve("node-0"), 0, settings));
        settings.addAll(List.of(
                "--replicaof", "127.0.0.1", Integer.toString(nodes.get(0).port())));
        for (int node = 1; node <= REPLICAS; node++) {
            nodes.add(
                    EmbeddedRedis.start(processes, name + "-" + node, directory.resolve("node-" + node), 0, settings));
        }
        List<RedisNode> replicas = nodes.stream().skip(1).map(RedisNode::new).toList();
        await("copy", () -> replicas.stream().allMatch(RedisNode::hasCopiedItsMaster));
    }

    private void startSentinels(OwnedProcesses processes, String name, Path directory) {
        for (int sentinel = 0; sentinel < SENTINELS; sentinel++) {
            Path own = directory.resolve("sentinel-" + sentinel);
            Path file = SentinelFile.write(own, MASTER, nodes.get(0).port());
            sentinels.add(EmbeddedRedis.start(
                    processes, name + "-sentinel-" + sentinel, own, 0, List.of(file.toString(), "--sentinel")));
        }
        String allFound = "slaves=" + REPLICAS + ",sentinels=" + SENTINELS;
        await(
                "find each other",
                () -> sentinels.stream()
                        .allMatch(sentinel ->
                                new RedisNode(sentinel).text("INFO sentinel").contains(allFound)));
    }

    private static OptionalInt namedBy(EmbeddedRedis sentinel) {
        if (!sentinel.isRunning()) {
            return OptionalInt.empty();
        }
        try {
            Matcher address = ADDRESS.matcher(new RedisNode(sentinel).text("INFO sentinel"));
            return address.find() ? OptionalInt.of(Integer.parseInt(address.group(1))) : OptionalInt.empty();
        } catch (ServiceFailed silent) {
            return OptionalInt.empty();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Await.until(condition, FORMING_LIMIT)) {
            throw new ServiceFailed("The Redis with Sentinels did not " + what + " within " + FORMING_LIMIT);
        }
    }
}
