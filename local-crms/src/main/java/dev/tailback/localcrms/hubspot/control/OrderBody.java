package dev.tailback.localcrms.hubspot.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON that an order carries. */
final class OrderBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderBody() {}

    /** @throws IllegalArgumentException in one sentence */
    static JsonNode read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of an object as texts; null is empty. */
    static Map<String, String> texts(JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("The body is an object of names and values.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? "" : entry.getValue().asText()));
        return texts;
    }
}
