package dev.tailback.queue.scripts;

/**
 * One hash slot's worth of the queue. Every key of the shard begins with its name; the braces make Redis Cluster put
 * them all into one slot, which is what lets one script touch them together. Queues of other names have no key in
 * common with it.
 */
public record Shard(String queue, int number) {

    /** What the scripts get as {@code KEYS[1]}. */
    public String name() {
        return "tailback:{" + queue + "-" + number + "}";
    }

    public String marker() {
        return name() + ":marker";
    }

    /** The entries of a group that are in flight with a batch. */
    public String flight(String batchId, String group) {
        return name() + ":f:" + batchId + ":" + group;
    }

    public String outcomes() {
        return name() + ":outcomes";
    }
}
