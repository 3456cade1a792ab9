package dev.tailback.crm.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A place in a JSON text, written as JSON Pointer (RFC 6901): {@code /paging/next}; empty text is the whole. */
record Place(JsonPointer pointer) {

    static final Place WHOLE = new Place(JsonPointer.empty());

    /** @throws IllegalArgumentException if it is none */
    static Place of(String text) {
        return new Place(JsonPointer.compile(text));
    }

    /** The place of a name in an object. */
    static Place named(String name) {
        return of("/" + name.replace("~", "~0").replace("/", "~1"));
    }

    JsonNode in(JsonNode json) {
        return json.at(pointer);
    }

    /** What stands there, where it is one value and not empty. */
    Optional<String> text(JsonNode json) {
        JsonNode value = in(json);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** The object there; what is missing on the way is made. */
    ObjectNode made(ObjectNode root) {
        return pointer.matches() ? root : root.withObject(pointer);
    }

    void set(ObjectNode root, JsonNode value) {
        new Place(pointer.head()).made(root).set(pointer.last().getMatchingProperty(), value);
    }
}
