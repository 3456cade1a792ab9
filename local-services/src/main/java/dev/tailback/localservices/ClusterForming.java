package dev.tailback.localservices;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Makes one Redis Cluster of single nodes: the first half become masters, each with its part of the slots, and the
 * second half their replicas.
 *
 * @param nodes none of which knows another yet
 */
record ClusterForming(List<RedisNode> nodes) {
    private static final int SLOTS = 16_384;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    void form() {
        giveSlots();
        meet();
        replicate();
    }

    private void giveSlots() {
        for (int master = 0; master < masters().size(); master++) {
            int first = SLOTS * master / masters().size();
            int last = SLOTS * (master + 1) / masters().size() - 1;
            nodes.get(master).command("CLUSTER ADDSLOTSRANGE " + first + " " + last);
        }
    }

    private void meet() {
        for (int node = 0; node < nodes.size(); node++) {
            nodes.get(node).command("CLUSTER SET-CONFIG-EPOCH " + (node + 1));
        }
        for (RedisNode other : nodes.subList(1, nodes.size())) {
            nodes.get(0).command("CLUSTER MEET 127.0.0.1 " + other.redis().port() + " " + busPort(other));
        }
        await("meet", () -> nodes.stream().allMatch(this::knowsAll));
    }

    private void replicate() {
        for (int replica = 0; replica < replicas().size(); replica++) {
            replicas()
                    .get(replica)
                    .command("CLUSTER REPLICATE " + masters().get(replica).text("CLUSTER MYID"));
        }
        await("agree", () -> nodes.stream().allMatch(node -> isContent(node) && knowsItsReplicas(node)));
        await("copy", () -> replicas().stream().allMatch(RedisNode::hasCopiedItsMaster));
    }

    private List<RedisNode> masters() {
        return nodes.subList(0, nodes.size() / 2);
    }

    private List<RedisNode> replicas() {
        return nodes.subList(nodes.size() / 2, nodes.size());
    }

    private boolean knowsAll(RedisNode node) {
        return node.tells("CLUSTER INFO", "cluster_known_nodes:" + nodes.size());
    }

    private static boolean isContent(RedisNode node) {
        return node.tells("CLUSTER INFO", "cluster_state:ok");
    }

    private boolean knowsItsReplicas(RedisNode node) {
        long known = node.text("CLUSTER NODES")
                .lines()
                .filter(line -> line.contains("slave"))
                .count();
        return known == replicas().size();
    }

    private static String busPort(RedisNode node) {
        return node.text("CLUSTER NODES").replaceAll("(?s).*?@(\\d+).*", "$1");
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Await.until(condition, LIMIT)) {
            throw new ServiceFailed("The nodes of the Redis Cluster did not " + what + " within " + LIMIT);
        }
    }
}
