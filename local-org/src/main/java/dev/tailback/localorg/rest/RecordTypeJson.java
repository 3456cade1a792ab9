package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The record types of an object, as describe tells them; every object has the master record type, which is the default.
 */
final class RecordTypeJson {
    private static final String MASTER = "012000000000000AAA";

    private RecordTypeJson() {}

    static void writeAll(JsonGenerator json, Call call, ObjectType type) throws IOException {
        json.writeArrayFieldStart("recordTypeInfos");
        for (Row row : rows(call, type)) {
            write(
                    json,
                    call,
                    type,
                    row.id(),
                    text(row, "DeveloperName"),
                    text(row, "Name"),
                    text(row, "IsActive").equals("true"));
        }
        write(json, call, type, MASTER, "Master", "Master", true);
        json.writeEndArray();
    }

    private static List<Row> rows(Call call, ObjectType type) {
        List<Row> rows = new ArrayList<>();
        try (Snapshot snapshot = call.snapshot()) {
            snapshot.each(call.org().schema().known("RecordType"), row -> {
                if (type.name().equals(text(row, "SobjectType"))) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }

    private static String text(Row row, String field) {
        return String.valueOf(row.value(row.type().field(field).orElseThrow().index()));
    }

    private static void write(
            JsonGenerator json,
            Call call,
            ObjectType type,
            String id,
            String developerName,
            String name,
            boolean active)
            throws IOException {
        json.writeStartObject();
        json.writeBooleanField("active", active);
        json.writeBooleanField("available", active);
        json.writeBooleanField("defaultRecordTypeMapping", id.equals(MASTER));
        json.writeStringField("developerName", developerName);
        json.writeBooleanField("master", id.equals(MASTER));
        json.writeStringField("name", name);
        json.writeStringField("recordTypeId", id);
        json.writeObjectFieldStart("urls");
        json.writeStringField("layout", call.versionPath() + "/sobjects/" + type.name() + "/describe/layouts/" + id);
        json.writeEndObject();
        json.writeEndObject();
    }
}
