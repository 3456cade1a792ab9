package dev.tailback.verification.attack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole answer.
 *
 * @param headers by name in small letters
 * @param text the beginning of the body
 */
record RawAnswer(int status, Map<String, List<String>> headers, String text, Duration took) {

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    String type() {
        return header("content-type").orElse("");
    }

    /** Sends a browser to log in. */
    boolean leadsToLogin() {
        return status / 100 == 3
                && header("location").filter(place -> place.contains("/login")).isPresent();
    }
}
