package dev.tailback.localorg.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tailback.localorg.save.RequestRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request body into maps, lists, text, exact decimals and truth values. */
public final class ReadJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build();

    private ReadJson() {}

    /**
     * @throws RequestRefused when the body is not one JSON object
     */
    public static Map<String, Object> object(byte[] body) {
        if (value(body) instanceof Map<?, ?> map) {
            return strings(map);
        }
        throw new RequestRefused("JSON_PARSER_ERROR", "The HTTP entity body is required, and must be a JSON object.");
    }

    /** A list of objects, as it came out of {@link #object}. */
    public static List<Map<String, Object>> objects(@Nullable Object value, String name) {
        if (!(value instanceof List<?> list)) {
            throw new RequestRefused("JSON_PARSER_ERROR", name + " must be an array of objects");
        }
        List<Map<String, Object>> objects = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new RequestRefused("JSON_PARSER_ERROR", name + " must be an array of objects");
            }
            objects.add(strings(map));
        }
        return objects;
    }

    @SuppressWarnings("unchecked") // the reader below makes maps with text keys only
    private static Map<String, Object> strings(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** Any JSON value; null for an empty body. */
    public static @Nullable Object value(byte[] body) {
        try (JsonParser json = FACTORY.createParser(body)) {
            JsonToken first = json.nextToken();
            Object value = first == null ? null : read(json);
            if (json.nextToken() != null) {
                throw new RequestRefused("JSON_PARSER_ERROR", "unexpected text after the JSON value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new RequestRefused("JSON_PARSER_ERROR", e.getOriginalMessage() + at(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at [line:" + e.getLocation().getLineNr() + ", column:"
                        + e.getLocation().getColumnNr() + "]";
    }

    private static @Nullable Object read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> readObject(json);
            case START_ARRAY -> readArray(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> null;
        };
    }

    private static Map<String, Object> readObject(JsonParser json) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            map.put(name, read(json));
        }
        return map;
    }

    private static List<Object> readArray(JsonParser json) throws IOException {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(json));
        }
        return list;
    }
}
