package dev.tailback.hub.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name, as {@code jsonb} keeps them. */
public final class CountMap {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

    private CountMap() {}

    /** @throws IllegalStateException for what this program has not written */
    public static Map<String, Long> counts(String json) {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("values in the database that are no counts", notOurs);
        }
    }
}
