package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.save.SaveError;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.switches.Switches;
import dev.tailback.localorg.wire.ReadJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /sobjects/X} and {@code /sobjects/X/id}: one row by its id. */
final class SingleRows {
    private static final Set<String> NOT_FOUND = Set.of("INVALID_CROSS_REFERENCE_KEY", "ENTITY_IS_DELETED");

    Reply object(Call call) {
        ObjectType type = call.object(1);
        return switch (call.request().method()) {
            case "POST" -> create(call, type);
            case "GET", "HEAD" -> Describe.basic(call, type);
            default -> throw ApiException.methodNotAllowed(call.request().method(), "HEAD,GET,POST");
        };
    }

    private Reply create(Call call, ObjectType type) {
        Map<String, Object> record = ReadJson.object(call.request().body());
        refuse(record, type.fields().get(SystemFields.ID));
        SaveResult result = WriteAll.one(call, new SaveRequest(type, Verb.INSERT, id(type), List.of(record)));
        return result.success() ? created(call, type, result, false) : failed(call, result);
    }

    static void refuse(Map<String, Object> record, Field field) {
        if (record.keySet().stream().anyMatch(name -> name.equalsIgnoreCase(field.name()))) {
            throw new ApiException(
                    400,
                    "INVALID_FIELD",
                    "The " + field.name() + " field should not be specified in the sobject data.");
        }
    }

    static Field id(ObjectType type) {
        return type.fields().get(SystemFields.ID);
    }

    static Reply created(Call call, ObjectType type, SaveResult result, boolean upsert) {
        return saved(201, result, upsert)
                .with(
                        "Location",
                        call.versionPath() + "/sobjects/" + type.name() + "/"
                                + result.id().orElseThrow());
    }

    /** Upserts say whether they created; plain creates do not. */
    static Reply saved(int status, SaveResult result, boolean upsert) {
        return Reply.json(status, json -> {
            json.writeStartObject();
            json.writeStringField("id", result.id().orElseThrow());
            json.writeBooleanField("success", true);
            json.writeArrayFieldStart("errors");
            json.writeEndArray();
            if (upsert) {
                json.writeBooleanField("created", result.created());
            }
            json.writeEndObject();
        });
    }

    static Reply failed(Call call, SaveResult result) {
        return Reply.errors(
                status(result.errors().get(0), call.org().switches()),
                result.errors().stream().map(ApiError::of).toList());
    }

    /** Where facts disagree or are missing, see docs/local-org.md. */
    private static int status(SaveError error, Switches switches) {
        boolean aboutTheRowItself = error.fields().isEmpty() || error.fields().contains("Id");
        if (NOT_FOUND.contains(error.code()) && aboutTheRowItself) {
            return 404;
        }
        return switch (error.code()) {
            case "UNABLE_TO_LOCK_ROW" -> switches.number(Switch.LOCKED_ROW_STATUS);
            case "INSUFFICIENT_ACCESS_OR_READONLY", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY" ->
                switches.number(Switch.NO_ACCESS_STATUS);
            default -> 400;
        };
    }

    Reply row(Call call) {
        ObjectType type = call.object(1);
        String id = parsed(type, call.segment(2));
        return switch (call.request().method()) {
            case "GET", "HEAD" -> read(call, type, id);
            case "PATCH" -> update(call, type, id);
            case "DELETE" -> delete(call, id);
            default -> throw ApiException.methodNotAllowed(call.request().method(), "DELETE,GET,HEAD,PATCH");
        };
    }

    private static String parsed(ObjectType type, String text) {
        String id = Ids.parse(text)
                .orElseThrow(() -> new ApiException(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + text));
        if (!id.startsWith(type.keyPrefix())) {
            throw new ApiException(400, "MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + text);
        }
        return id;
    }

    private Reply read(Call call, ObjectType type, String id) {
        List<Field> fields = RowJson.fields(call, type);
        Snapshot snapshot = call.snapshot();
        try {
            Row row = snapshot.find(id).orElseThrow(ApiException::notFound);
            return RowJson.conditional(call, row, fields, snapshot);
        } finally {
            snapshot.close();
        }
    }

    private Reply update(Call call, ObjectType type, String id) {
        Map<String, Object> record = ReadJson.object(call.request().body());
        refuse(record, id(type));
        record.put("Id", id);
        Optional<Reply> stop = stops(call, id);
        if (stop.isPresent()) {
            return stop.get();
        }
        SaveResult result = WriteAll.one(call, new SaveRequest(type, Verb.UPDATE, id(type), List.of(record)));
        return result.success() ? Reply.nothing(204) : failed(call, result);
    }

    private static Optional<Reply> stops(Call call, String id) {
        try (Snapshot snapshot = call.snapshot()) {
            return snapshot.find(id).flatMap(row -> Conditions.stops(call, row.changedAt()));
        }
    }

    static Reply delete(Call call, String id) {
        SaveResult result = WriteAll.delete(call, List.of(id), true).get(0);
        return result.success() ? Reply.nothing(204) : failed(call, result);
    }
}
