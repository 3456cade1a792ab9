package dev.tailback.crm.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.http.RetryAfter;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a CRM answered: read to its end, within bounds, and not yet checked. */
public record CrmAnswer(int status, HttpHeaders headers, byte[] body) {

    private static final int LONGEST_TYPE = 60;

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Without a member where it is not JSON. */
    public JsonNode json() {
        return Json.tree(text()).orElseGet(Json::nothing);
    }

    public boolean isJson() {
        return !json().isMissingNode();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** How long it asks us to stay away. */
    public Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After").flatMap(header -> RetryAfter.parse(header, now));
    }

    /** The time of the server that answered, to the second. */
    public Optional<Instant> date() {
        try {
            return header("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** For people: what came instead of what was asked for. */
    public String unusable(String crm) {
        String type = header("Content-Type")
                .map(given -> ForeignText.line(given, LONGEST_TYPE))
                .filter(given -> !given.isEmpty())
                .orElse("no type");
        return "What answered in place of " + crm + " is not an answer of it (HTTP " + status + ", " + type
                + "): see whether a proxy, a firewall or a sign-in page stands in between.";
    }
}
