package dev.tailback.app.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the service app answered. */
public record Answer(int status, JsonNode body, Optional<String> etag, Optional<String> location, String contentType) {

    public String id() {
        return body.path("id").asText();
    }

    public String tag() {
        return etag.orElseThrow();
    }

    public String code() {
        return body.path("code").asText();
    }

    public JsonNode entry(int index) {
        return body.path("entries").path(index);
    }

    public String entryId(int index) {
        return entry(index).path("id").asText();
    }

    public String state(int index) {
        return entry(index).path("state").asText();
    }
}
