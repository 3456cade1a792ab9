package dev.tailback.hub.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Texts by name, as {@code jsonb} keeps them. */
public final class TextMap {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private TextMap() {}

    public static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(texts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts that no JSON can hold", impossible);
        }
    }

    public static String timesJson(Map<String, Instant> times) {
        return json(times.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, time -> time.getValue().toString())));
    }

    /** @throws IllegalStateException for what this program has not written */
    public static Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("values in the database that are no texts", notOurs);
        }
    }

    public static Map<String, Instant> times(String json) {
        return texts(json).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, time -> Instant.parse(time.getValue())));
    }
}
