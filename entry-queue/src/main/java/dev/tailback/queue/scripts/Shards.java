package dev.tailback.queue.scripts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * How contracts spread over the shards: always the same way for the same number, since every program must find a
 * contract in the same one.
 */
public record Shards(int number) {
    public static final int MOST = 64;

    public List<Shard> all() {
        return IntStream.range(0, number).mapToObj(Shard::new).toList();
    }

    /** Those that a configuration with more shards may have left behind. */
    List<Shard> beyond() {
        return IntStream.range(number, MOST).mapToObj(Shard::new).toList();
    }

    public int of(String contractId) {
        CRC32 hash = new CRC32();
        hash.update(contractId.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % number);
    }
}
