package dev.tailback.program;

import java.util.Map;

/**
 * Where a program listens.
 *
 * @param port 0 takes a free one
 */
public record Endpoint(String host, int port) {

    /** In Micronaut's words, in which any free port is -1. */
    public Map<String, Object> asProperties() {
        return Map.of("micronaut.server.host", host, "micronaut.server.port", port == 0 ? -1 : port);
    }
}
