package dev.tailback.hub.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Many rows as one parameter, which PostgreSQL reads with {@code json_to_recordset}; and many ids, as {@code any}
 * takes them.
 */
public final class RowsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RowsJson() {}

    /** @param write what a row is, by the names of the columns */
    public static <T> String of(Collection<T> rows, BiConsumer<T, ObjectNode> write) {
        ArrayNode all = JSON.createArrayNode();
        rows.forEach(row -> write.accept(row, all.addObject()));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows that no JSON can hold", impossible);
        }
    }

    public static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    public static String[] numbers(List<Long> ids) {
        return ids.stream().map(String::valueOf).toArray(String[]::new);
    }
}
