package dev.tailback.localcrms.hubspot.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.records.Link;
import dev.tailback.localcrms.hubspot.records.RecordJson;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.PropertyJson;

/** Does again what the lines of the file say. */
final class Replay {
    private final Content content;

    Replay(Content content) {
        this.content = content;
    }

    /** @throws IllegalArgumentException when the line says nothing that can be done */
    void apply(JsonNode line) {
        String kind = line.fieldNames().hasNext() ? line.fieldNames().next() : "";
        JsonNode what = line.path(kind);
        switch (kind) {
            case "record" -> record(RecordJson.read(what));
            case "gone" -> gone(what);
            case "link" -> content.link(link(what));
            case "unlink" -> content.unlink(link(what));
            case "property" -> content.define(type(what.path("object")), PropertyJson.read(what, 0));
            default -> throw new IllegalArgumentException("it holds no change");
        }
        content.lines().take();
    }

    private void record(CrmRecord record) {
        content.save(record);
    }

    private void gone(JsonNode what) {
        ObjectType type = type(what.path("type"));
        content.records()
                .find(type, what.path("id").asLong())
                .filter(record -> record.id() == what.path("id").asLong())
                .ifPresent(content::remove);
    }

    private static Link link(JsonNode what) {
        return new Link(
                type(what.path("from")),
                what.path("fromId").asLong(),
                type(what.path("to")),
                what.path("toId").asLong());
    }

    private static ObjectType type(JsonNode word) {
        return ObjectType.of(word.asText())
                .orElseThrow(() -> new IllegalArgumentException("there is no object " + word));
    }
}
