package dev.tailback.hub.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Texts in their order, as {@code jsonb} keeps them. */
public final class TextList {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private TextList() {}

    public static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts that no JSON can hold", impossible);
        }
    }

    /** @throws IllegalStateException for what this program has not written */
    public static List<String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a list in the database that holds no texts", notOurs);
        }
    }
}
