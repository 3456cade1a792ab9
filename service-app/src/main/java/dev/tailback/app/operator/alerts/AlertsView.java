package dev.tailback.app.operator.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * What is wrong now, and how people are told.
 *
 * @param channels those that are configured: {@code webhook}, {@code mail}
 * @param undelivered messages that no receiver has taken yet
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AlertsView(List<Alert> alerts, List<String> channels, long undelivered) {

    /**
     * One thing that is wrong.
     *
     * @param size how many, where it is counted; else 1
     * @param told whether people were told
     */
    @Serdeable
    public record Alert(AlertKind kind, String subject, Instant since, String message, long size, boolean told) {

        static Alert of(OpenAlert open) {
            return new Alert(open.kind(), open.subject(), open.since(), open.message(), open.size(), open.isTold());
        }
    }
}
