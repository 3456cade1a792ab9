package dev.tailback.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a program grants to those who connect.
 *
 * @param connections most connections at once, 10 to 100,000
 * @param connectionsPerAddress most of them from one address (IPv6: from one network of 64 bits), 1 to 100,000
 * @param headersWithin longest time from the first byte of a request to the end of its headers, and from a connection's beginning to its first byte
 * @param bodyWithin longest time for a request's body after its headers
 * @param requestWithin longest time from a whole request to its answer's last byte
 * @param idleWithin longest time without a request on a connection that has had one
 * @param bodyMemory bytes that the bodies of all requests under way may take together, 4 MB or more; one address may take a quarter of them
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

    /**
     * As the environment says it; what it does not say is standard.
     *
     * @param environment gives the value of a variable, or null
     * @throws UnusableLimits with one sentence for each variable that is wrong
     */
    public static EdgeLimits read(UnaryOperator<String> environment) {
        LimitVariables variables = new LimitVariables(environment);
        EdgeLimits limits = new EdgeLimits(
                variables.count("HTTP_MOST_CONNECTIONS", STANDARD.connections, 10, 100_000),
                variables.count("HTTP_MOST_CONNECTIONS_PER_ADDRESS", STANDARD.connectionsPerAddress, 1, 100_000),
                variables.duration("HTTP_HEADERS_WITHIN", STANDARD.headersWithin),
                variables.duration("HTTP_BODY_WITHIN", STANDARD.bodyWithin),
                variables.duration("HTTP_REQUEST_WITHIN", STANDARD.requestWithin),
                variables.duration("HTTP_IDLE_WITHIN", STANDARD.idleWithin),
                variables.count("HTTP_BODY_MEMORY", (int) (STANDARD.bodyMemory >> 20), 4, 1_000_000) * 1_048_576L);
        if (!variables.complaints().isEmpty()) {
            throw new UnusableLimits(variables.complaints());
        }
        return limits;
    }

    /** One sentence for each variable that is wrong; none if all can be used. */
    public static List<String> complaints(UnaryOperator<String> environment) {
        try {
            read(environment);
            return List.of();
        } catch (UnusableLimits unusable) {
            return new ArrayList<>(unusable.sentences());
        }
    }

    long bodyMemoryPerAddress() {
        return bodyMemory / 4;
    }
}
