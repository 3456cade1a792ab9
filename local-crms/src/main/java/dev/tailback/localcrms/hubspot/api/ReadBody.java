package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads bodies of calls, and refuses what has another form. */
final class ReadBody {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReadBody() {}

    static ObjectNode object(Call call) {
        try {
            if (JSON.readTree(call.body()) instanceof ObjectNode object) {
                return object;
            }
            throw ApiRefusal.invalid("Invalid input JSON: an object is needed.");
        } catch (JsonProcessingException e) {
            throw ApiRefusal.invalid("Invalid input JSON" + place(e) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " on line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** The inputs of a batch, at most so many. */
    static List<JsonNode> inputs(ObjectNode body, int most) {
        if (!body.path("inputs").isArray() || body.path("inputs").isEmpty()) {
            throw ApiRefusal.invalid("Invalid input JSON: inputs must be a list that is not empty.");
        }
        if (body.path("inputs").size() > most) {
            throw ApiRefusal.invalid("The maximum number of inputs in a batch is " + most + ", not "
                    + body.path("inputs").size() + ".");
        }
        List<JsonNode> inputs = new ArrayList<>();
        for (JsonNode input : body.path("inputs")) {
            if (!input.isObject()) {
                throw ApiRefusal.invalid("Invalid input JSON: each input must be an object, not " + input + ".");
            }
            inputs.add(input);
        }
        return inputs;
    }

    /** The properties to write, as text; null becomes empty text. */
    static Map<String, String> properties(JsonNode body) {
        JsonNode given = body.path("properties");
        if (!given.isObject()) {
            throw ApiRefusal.invalid("Invalid input JSON: properties must be an object.");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        given.properties().forEach(entry -> properties.put(entry.getKey(), text(entry.getKey(), entry.getValue())));
        return properties;
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw ApiRefusal.invalid("Invalid input JSON: the value of " + name + " must be a text.");
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
