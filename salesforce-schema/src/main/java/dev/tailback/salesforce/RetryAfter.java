package dev.tailback.salesforce;

import java.time.Duration;
import java.util.Optional;

/** The header Retry-After in its usual form, whole seconds; capped at a day, since it only ever delays us. */
final class RetryAfter {

    private RetryAfter() {}

    static Optional<Duration> parse(String header) {
        String text = header.strip();
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(
                Math.min(Long.parseLong(text), Duration.ofDays(1).toSeconds())));
    }
}
