package dev.tailback.salesforce.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The answer from the org's address: read to its end, within bounds, and not yet checked. */
public record OrgAnswer(int status, HttpHeaders headers, byte[] body) {

    private static final int LONGEST_TYPE = 60;

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Empty when it is not JSON. */
    public Optional<JsonNode> json() {
        return Json.tree(text());
    }

    /** How long it asks us to stay away, a day at most. */
    public Optional<Duration> retryAfter(Instant now) {
        return headers.firstValue("Retry-After").flatMap(header -> RetryAfter.parse(header, now));
    }

    /** For people: what came instead of JSON. */
    public String notJson() {
        String type = headers.firstValue("Content-Type")
                .map(given -> ForeignText.line(given, LONGEST_TYPE))
                .filter(given -> !given.isEmpty())
                .orElse("of no type");
        return "is no JSON that Salesforce could have sent (HTTP " + status + ", " + type
                + "): see whether a proxy, a firewall or a network's sign-in page answers in its place";
    }
}
