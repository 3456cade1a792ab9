package dev.tailback.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits are what the environment says, and what it cannot mean is named. */
class EdgeLimitsTest {

    @Test
    void without_configuration_the_limits_are_the_stated_ones() {
        EdgeLimits limits = EdgeLimits.read(Environment.of(Map.of()));

        assertEquals(2_000, limits.connections());
        assertEquals(400, limits.connectionsPerAddress());
        assertEquals(Duration.ofSeconds(10), limits.headersWithin());
        assertEquals(Duration.ofSeconds(30), limits.bodyWithin());
        assertEquals(Duration.ofMinutes(5), limits.requestWithin());
        assertEquals(Duration.ofSeconds(75), limits.idleWithin());
        assertTrue(limits.bodyMemory() >= 8_000_000);
    }

    @Test
    void every_limit_can_be_told() {
        Map<String, String> variables = Map.of(
                "HTTP_MOST_CONNECTIONS", "100",
                "HTTP_MOST_CONNECTIONS_PER_ADDRESS", "7",
                "HTTP_HEADERS_WITHIN", "250ms",
                "HTTP_BODY_WITHIN", "5s",
                "HTTP_REQUEST_WITHIN", "10m",
                "HTTP_IDLE_WITHIN", "1h",
                "HTTP_BODY_MEMORY", "64");

        assertEquals(
                new EdgeLimits(
                        100,
                        7,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        67_108_864),
                EdgeLimits.read(Environment.of(variables)));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "HTTP_MOST_CONNECTIONS, many",
        "HTTP_MOST_CONNECTIONS, 100001",
        "HTTP_MOST_CONNECTIONS_PER_ADDRESS, 0",
        "HTTP_HEADERS_WITHIN, 99ms",
        "HTTP_BODY_WITHIN, -1s",
        "HTTP_REQUEST_WITHIN, 61m",
        "HTTP_IDLE_WITHIN, forever",
        "HTTP_BODY_MEMORY, 3"
    })
    void what_cannot_be_meant_is_named_in_one_sentence(String name, String value) {
        Environment environment = Environment.of(Map.of(name, value));
        EdgeLimits.read(environment);
        List<String> complaints = environment.complaints();

        assertEquals(1, complaints.size(), complaints::toString);
        assertTrue(complaints.get(0).startsWith(name + " is '" + value + "'"), complaints::toString);
    }
}
