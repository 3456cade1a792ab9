package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET} and {@code POST /composite/sobjects/X}: many rows by their ids, null in the place of one that is not
 * there.
 */
final class ReadMany {
    private static final int MOST = 2000;

    private ReadMany() {}

    static Reply reply(Call call) {
        Call object = call.below(1);
        ObjectType type = object.object(1);
        List<String> ids;
        List<Field> fields;
        if (call.request().method().equals("POST")) {
            Map<String, Object> body = ReadJson.object(call.request().body());
            ids = texts(body, "ids");
            fields = RowJson.named(call, type, texts(body, "fields"));
        } else {
            ids = Arrays.asList(call.request().param("ids").orElse("").split(","));
            fields = RowJson.fields(call, type);
        }
        if (ids.size() > MOST) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than 2000 records into this call");
        }
        return read(call, type, ids, fields);
    }

    private static List<String> texts(Map<String, Object> body, String name) {
        if (body.get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new ApiException(400, "JSON_PARSER_ERROR", name + " must be an array of texts");
    }

    private record Found(Row row, List<Object> values) {}

    private static Reply read(Call call, ObjectType type, List<String> ids, List<Field> fields) {
        List<Optional<Found>> all = new ArrayList<>();
        try (Snapshot snapshot = call.snapshot()) {
            for (String id : ids) {
                all.add(Ids.parse(id.strip())
                        .flatMap(snapshot::find)
                        .filter(row -> row.type() == type)
                        .map(row -> new Found(row, RowJson.values(call, row, fields, snapshot))));
            }
        }
        return Reply.ok(json -> {
            json.writeStartArray();
            for (Optional<Found> one : all) {
                if (one.isEmpty()) {
                    json.writeNull();
                } else {
                    RowJson.write(json, call, one.get().row(), fields, one.get().values());
                }
            }
            json.writeEndArray();
        });
    }
}
