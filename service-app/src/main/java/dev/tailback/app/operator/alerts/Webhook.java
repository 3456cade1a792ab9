package dev.tailback.app.operator.alerts;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts a message as JSON. {@code Tailback-Signature} is {@code v1=} and the HMAC-SHA256 of {@code
 * Tailback-Timestamp}, a dot and the body, in hexadecimal: a receiver knows that it comes from here, and when. It
 * follows no redirection, and reads nothing of the answer but its status.
 */
@Singleton
class Webhook implements Channel {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final WebhookSettings webhook;
    private final AlertSettings settings;
    private final ConsoleLink link;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    Webhook(WebhookSettings webhook, AlertSettings settings, ConsoleLink link, JsonMapper json, Clock clock) {
        this.webhook = webhook;
        this.settings = settings;
        this.link = link;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public boolean isOpen() {
        return !webhook.url().isEmpty();
    }

    @Override
    public void send(Message message) throws NotDelivered {
        try {
            HttpResponse<InputStream> answer = http.send(request(message), BodyHandlers.ofInputStream());
            answer.body().close();
            if (answer.statusCode() / 100 != 2) {
                throw new NotDelivered("the webhook answered " + answer.statusCode());
            }
        } catch (IOException failure) {
            throw new NotDelivered(
                    "the webhook gave no answer (" + failure.getClass().getSimpleName() + ")", failure);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("the service app ends", end);
        }
    }

    private HttpRequest request(Message message) throws IOException {
        String body =
                new String(json.writeValueAsBytes(WebhookBody.of(message, settings, link)), StandardCharsets.UTF_8);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(webhook.url()))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Tailback-Delivery", String.valueOf(message.id()))
                .header("Tailback-Timestamp", timestamp)
                .header("Tailback-Signature", "v1=" + signature(timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhook.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
