package dev.tailback.localorg.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.rows.Row;
import java.io.IOException;
import java.util.List;

/** Where and how records of an answer are written. */
record QueryOutput(JsonGenerator json, Reader reader, FindRows rows, String versionPath) {

    void writeAttributes(Row row) throws IOException {
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", row.type().name());
        json.writeStringField("url", versionPath + "/sobjects/" + row.type().name() + "/" + row.id());
        json.writeEndObject();
    }

    void writeChildren(List<Row> children, Shape shape) throws IOException {
        if (children.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("totalSize", children.size());
        json.writeBooleanField("done", true);
        json.writeArrayFieldStart("records");
        for (Row child : children) {
            shape.write(child, this);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
