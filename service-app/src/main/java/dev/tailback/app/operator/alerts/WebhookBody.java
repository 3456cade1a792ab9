package dev.tailback.app.operator.alerts;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a webhook is sent.
 *
 * @param id the same however often it is sent
 * @param installation as this installation is named
 * @param subject what it is about where there can be several, such as a contract's id; else empty
 * @param change {@code begun}, {@code grew} or {@code ended}
 * @param since when it began
 * @param link to the console; empty without a public address
 */
@Serdeable
record WebhookBody(
        long id,
        String installation,
        AlertKind kind,
        String subject,
        Change change,
        String title,
        String message,
        Instant since,
        Instant at,
        String link) {

    static WebhookBody of(Message message, AlertSettings settings, ConsoleLink link) {
        return new WebhookBody(
                message.id(),
                settings.name(),
                message.kind(),
                message.subject(),
                message.change(),
                message.title(),
                message.message(),
                message.since(),
                message.at(),
                link.text());
    }
}
