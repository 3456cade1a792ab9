package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.wire.ReadJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /sobjects/X/Field__c/value}: one row by an external id. */
final class RowsByKey {
    private static final double SAYS_CREATED_FROM = 46;

    Reply reply(Call call) {
        ObjectType type = call.object(1);
        Field key = key(call, type);
        return switch (call.request().method()) {
            case "GET", "HEAD" -> read(call, type, key);
            case "PATCH" -> upsert(call, type, key);
            case "DELETE" -> delete(call, key);
            default -> throw ApiException.methodNotAllowed(call.request().method(), "DELETE,GET,HEAD,PATCH");
        };
    }

    static Field key(Call call, ObjectType type) {
        String name = call.segment(2);
        return type.field(name)
                .filter(field ->
                        field.constraints().isKey() && call.user().access().canRead(field))
                .orElseThrow(() -> new ApiException(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
    }

    private List<Row> matching(Call call, Field key, Snapshot snapshot) {
        return snapshot.byKey(key, value(call, key));
    }

    private static Object value(Call call, Field key) {
        String text = call.segment(3);
        try {
            return key.type().isNumber() ? new BigDecimal(text) : text;
        } catch (NumberFormatException e) {
            throw ApiException.notFound();
        }
    }

    private Reply read(Call call, ObjectType type, Field key) {
        List<Field> fields = RowJson.fields(call, type);
        try (Snapshot snapshot = call.snapshot()) {
            List<Row> rows = matching(call, key, snapshot);
            if (rows.isEmpty()) {
                throw ApiException.notFound();
            }
            return rows.size() > 1 ? choices(call, rows) : RowJson.conditional(call, rows.get(0), fields, snapshot);
        }
    }

    private static Reply choices(Call call, List<Row> rows) {
        return Reply.json(300, json -> {
            json.writeStartArray();
            for (Row row : rows) {
                json.writeString(call.versionPath() + "/sobjects/" + row.type().name() + "/" + row.id());
            }
            json.writeEndArray();
        });
    }

    private Reply upsert(Call call, ObjectType type, Field key) {
        Map<String, Object> record = ReadJson.object(call.request().body());
        SingleRows.refuse(record, key);
        SingleRows.refuse(record, type.fields().get(SystemFields.ID));
        try (Snapshot snapshot = call.snapshot()) {
            List<Row> rows = matching(call, key, snapshot);
            if (rows.size() > 1) {
                return choices(call, rows);
            }
            Optional<Reply> stop = rows.isEmpty()
                    ? Optional.empty()
                    : Conditions.stops(call, rows.get(0).changedAt());
            if (stop.isPresent()) {
                return stop.get();
            }
            if (rows.isEmpty() && call.request().param("updateOnly").orElse("").equals("true")) {
                throw ApiException.notFound(call.org().switches().number(Switch.UPDATE_ONLY_STATUS));
            }
        }
        record.put(key.name(), value(call, key));
        return upserted(call, type, WriteAll.one(call, new SaveRequest(type, Verb.UPSERT, key, List.of(record))));
    }

    private static Reply upserted(Call call, ObjectType type, SaveResult result) {
        if (!result.success()) {
            return SingleRows.failed(call, result);
        }
        boolean says = call.versionNumber() >= SAYS_CREATED_FROM;
        if (result.created()) {
            return SingleRows.created(call, type, result, says);
        }
        return says ? SingleRows.saved(200, result, true) : Reply.nothing(204);
    }

    private Reply delete(Call call, Field key) {
        try (Snapshot snapshot = call.snapshot()) {
            List<Row> rows = matching(call, key, snapshot);
            if (rows.isEmpty()) {
                throw ApiException.notFound();
            }
            return rows.size() > 1
                    ? choices(call, rows)
                    : SingleRows.delete(call, rows.get(0).id());
        }
    }
}
