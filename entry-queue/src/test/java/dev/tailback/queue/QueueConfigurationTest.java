package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.redis.RedisAddress;
import dev.tailback.queue.scripts.Shard;
import dev.tailback.queue.scripts.Shards;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueConfigurationTest {
    @Test
    void a_missing_address_says_what_to_set() {
        assertEquals("REDIS_URI is missing: set it to redis://host:6379", refused(null));
        assertEquals("REDIS_URI is missing: set it to redis://host:6379", refused("  "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:6379", "http://host:6379", "redis://", "redis://user:secret@:x", "redis://host:port"})
    void a_malformed_address_is_refused_without_being_repeated(String uri) {
        String message = refused(uri);
        assertTrue(message.startsWith("REDIS_URI is not a Redis address"), message);
        assertFalse(message.contains("secret"));
    }

    @Test
    void a_password_is_not_shown() {
        String shown =
                QueueConfiguration.of("usage", "redis://user:secret@cache:6379").toString();
        assertTrue(shown.contains("cache:6379"), shown);
        assertFalse(shown.contains("secret"), shown);
    }

    @Test
    void sentinels_and_tls_are_addresses_too() {
        QueueConfiguration.of("usage", "rediss://user:secret@cache:6380");
        String shown = QueueConfiguration.of("usage", "redis-sentinel://one:26379,two:26379#usage")
                .toString();
        assertTrue(shown.contains("the master usage of the Sentinels"), shown);
    }

    @Test
    void a_name_that_could_meet_another_queues_keys_is_refused() {
        for (String name : List.of("", "Usage", "usage-1", "u*", "{usage}", "x".repeat(21))) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> QueueConfiguration.of(name, "redis://host"))
                    .getMessage();
            assertEquals("The queue's name is '" + name + "': it must be 1 to 20 small letters, from a to z", message);
        }
    }

    @Test
    void shards_and_timeouts_out_of_range_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueConfiguration("usage", "redis://host", 0, Duration.ofSeconds(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueConfiguration("usage", "redis://host", 65, Duration.ofSeconds(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueConfiguration("usage", "redis://host", 1, Duration.ofMillis(1)));
    }

    @Test
    void a_cluster_is_written_as_some_of_its_nodes() {
        RedisAddress cluster = RedisAddress.of("rediss+cluster://user:secret@one:7000,two");
        assertTrue(cluster.isCluster());
        assertEquals("one:7000,two:6379", cluster.shown());
        assertTrue(cluster.nodes().stream().allMatch(RedisURI::isSsl));
        assertEquals(
                "user",
                cluster.nodes()
                        .get(1)
                        .getCredentialsProvider()
                        .resolveCredentials()
                        .block()
                        .getUsername());
        assertEquals(
                "REDIS_URI is not a Redis address",
                refused("redis+cluster://one:x,two").split(":")[0]);
        assertEquals(
                "REDIS_URI is not a Redis address",
                refused("redis+cluster://one,,two").split(":")[0]);
    }

    @Test
    void the_number_of_shards_is_read_from_the_environment() {
        assertEquals(1, QueueConfiguration.read("usage", "redis://host", null).shards());
        assertEquals(1, QueueConfiguration.read("usage", "redis://host", " ").shards());
        assertEquals(12, QueueConfiguration.read("usage", "redis://host", "12").shards());
        for (String wrong : List.of("0", "65", "many", "-1", "1.5", "99999999999")) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> QueueConfiguration.read("usage", "redis://host", wrong))
                    .getMessage();
            assertTrue(message.startsWith("REDIS_SHARDS is "), message);
        }
    }

    @Test
    void groups_spread_evenly_and_always_the_same_way() {
        Shards shards = new Shards("usage", 8);
        int[] groups = new int[8];
        IntStream.range(0, 8_000)
                .mapToObj(group -> "800gK00000" + String.format("%05d", group) + "QAA")
                .forEach(group -> groups[shards.of(group)]++);
        assertTrue(Arrays.stream(groups).allMatch(number -> number > 800 && number < 1_200));
        assertEquals(0, new Shards("usage", 8).of("800gK0000000001QAA"));
    }

    @Test
    void all_keys_of_a_shard_share_one_hash_tag() {
        assertEquals("tailback:{usage-3}", new Shard("usage", 3).name());
    }

    private static String refused(String uri) {
        return assertThrows(IllegalArgumentException.class, () -> QueueConfiguration.of("usage", uri))
                .getMessage();
    }
}
