package dev.tailback.localcrms.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The properties that come with every account, from a file beside this class. */
final class StandardProperties {
    private static final String FILE = "standard-properties.json";

    private StandardProperties() {}

    static void putInto(Schema schema) {
        JsonNode file = file();
        for (ObjectType type : ObjectType.values()) {
            file.path("all").forEach(one -> schema.put(type, PropertyJson.read(one, 0)));
            file.path(type.plural()).forEach(one -> schema.put(type, PropertyJson.read(one, 0)));
        }
    }

    private static JsonNode file() {
        try (InputStream in = StandardProperties.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The jar holds no " + FILE);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
