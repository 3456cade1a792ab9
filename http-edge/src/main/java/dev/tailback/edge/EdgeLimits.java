package dev.tailback.edge;

import static dev.tailback.program.Variable.HTTP_BODY_MEMORY;
import static dev.tailback.program.Variable.HTTP_BODY_WITHIN;
import static dev.tailback.program.Variable.HTTP_HEADERS_WITHIN;
import static dev.tailback.program.Variable.HTTP_IDLE_WITHIN;
import static dev.tailback.program.Variable.HTTP_MOST_CONNECTIONS;
import static dev.tailback.program.Variable.HTTP_MOST_CONNECTIONS_PER_ADDRESS;
import static dev.tailback.program.Variable.HTTP_REQUEST_WITHIN;

import dev.tailback.program.Environment;
import java.time.Duration;

/**
 * What a program grants to those who connect.
 *
 * @param connections most connections at once, 10 to 100,000
 * @param connectionsPerAddress most of them from one address (IPv6: from one network of 64 bits), 1 to 100,000
 * @param headersWithin longest time from the first byte of a request to the end of its headers, and from a connection's
 *     beginning to its first byte
 * @param bodyWithin longest time for a request's body after its headers
 * @param requestWithin longest time from a whole request to its answer's last byte
 * @param idleWithin longest time without a request on a connection that has had one
 * @param bodyMemory bytes that the bodies of all requests under way may take together, 4 MB or more; one address may
 *     take a quarter of them
 */
public record EdgeLimits(
        int connections,
        int connectionsPerAddress,
        Duration headersWithin,
        Duration bodyWithin,
        Duration requestWithin,
        Duration idleWithin,
        long bodyMemory) {

    /** As a program without configuration has them. Body memory is an eighth of the heap, 8 MB or more. */
    public static final EdgeLimits STANDARD = new EdgeLimits(
            2_000,
            400,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofSeconds(75),
            Math.max(8_388_608, Runtime.getRuntime().maxMemory() / 8));

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** As the environment says it; what it does not say, or says wrongly, is standard. */
    public static EdgeLimits read(Environment environment) {
        return new EdgeLimits(
                environment.count(HTTP_MOST_CONNECTIONS, STANDARD.connections, 10, 100_000),
                environment.count(HTTP_MOST_CONNECTIONS_PER_ADDRESS, STANDARD.connectionsPerAddress, 1, 100_000),
                environment.duration(HTTP_HEADERS_WITHIN, STANDARD.headersWithin, SHORTEST, LONGEST),
                environment.duration(HTTP_BODY_WITHIN, STANDARD.bodyWithin, SHORTEST, LONGEST),
                environment.duration(HTTP_REQUEST_WITHIN, STANDARD.requestWithin, SHORTEST, LONGEST),
                environment.duration(HTTP_IDLE_WITHIN, STANDARD.idleWithin, SHORTEST, LONGEST),
                environment.count(HTTP_BODY_MEMORY, (int) (STANDARD.bodyMemory >> 20), 4, 1_000_000) * 1_048_576L);
    }

    long bodyMemoryPerAddress() {
        return bodyMemory / 4;
    }
}
