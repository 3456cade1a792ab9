package dev.tailback.queue.scripts;

/**
 * One hash slot's worth of the queue. Every key of the shard begins with its name; the braces make Redis Cluster put
 * them all into one slot, which is what lets one script touch them together.
 */
public record Shard(int number) {

    /** What the scripts get as {@code KEYS[1]}. */
    public String name() {
        return "tailback:{usage-" + number + "}";
    }

    public String marker() {
        return name() + ":marker";
    }

    /** The records of a contract that are in flight with a batch. */
    public String flight(String batchId, String contractId) {
        return name() + ":f:" + batchId + ":" + contractId;
    }

    public String outcomes() {
        return name() + ":outcomes";
    }
}
