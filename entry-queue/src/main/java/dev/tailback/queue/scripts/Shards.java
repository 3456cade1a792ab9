package dev.tailback.queue.scripts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * How groups spread over the shards: always the same way for the same number, since every program must find a
 * group in the same one.
 */
public record Shards(String queue, int number) {
    public static final int MOST = 64;

    public List<Shard> all() {
        return range(0, number);
    }

    /** Those that a configuration with more shards may have left behind. */
    List<Shard> beyond() {
        return range(number, MOST);
    }

    private List<Shard> range(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(shard -> new Shard(queue, shard))
                .toList();
    }

    public int of(String group) {
        CRC32 hash = new CRC32();
        hash.update(group.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % number);
    }
}
