package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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
        String shown = QueueConfiguration.of("redis://user:secret@cache:6379").toString();
        assertTrue(shown.contains("cache:6379"), shown);
        assertFalse(shown.contains("secret"), shown);
    }

    @Test
    void sentinels_and_tls_are_addresses_too() {
        QueueConfiguration.of("rediss://user:secret@cache:6380");
        String shown = QueueConfiguration.of("redis-sentinel://one:26379,two:26379#usage")
                .toString();
        assertTrue(shown.contains("the master usage of the Sentinels"), shown);
    }

    @Test
    void shards_and_timeouts_out_of_range_are_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new QueueConfiguration("redis://host", 0, Duration.ofSeconds(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QueueConfiguration("redis://host", 65, Duration.ofSeconds(1)));
        assertThrows(
                IllegalArgumentException.class, () -> new QueueConfiguration("redis://host", 1, Duration.ofMillis(1)));
    }

    @Test
    void all_keys_of_a_shard_share_one_hash_tag() {
        assertEquals("tailback:{usage-3}", new Shard(3).name());
    }

    private static String refused(String uri) {
        return assertThrows(IllegalArgumentException.class, () -> QueueConfiguration.of(uri))
                .getMessage();
    }
}
