package dev.tailback.localcrms.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a call. */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Reply json(int status, JsonNode body) {
        try {
            return new Reply(
                    status, Map.of("Content-Type", "application/json;charset=utf-8"), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    public static Reply text(int status, String mediaType, String text) {
        return new Reply(
                status, Map.of("Content-Type", mediaType + ";charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply nothing(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** What the paths of this machine say when they refuse: {@code {"error": "one sentence"}}. */
    public static Reply refused(int status, String sentence) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    public static Reply seeOther(String address) {
        return nothing(303).with("Location", address);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    public Reply with(byte[] other) {
        return new Reply(status, headers, other);
    }
}
