package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.save.SaveError;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /composite/sobjects}: up to 200 records in one call, each with its own result. */
final class Collections {
    private static final int MOST_RECORDS = 200;
    private static final int MOST_RUNS = 10;
    private static final int MOST_READ = 2000;

    private final Consumer<List<SaveResult>> upserted;

    /**
     * @param upserted told the results of every upsert, for the statistics
     */
    Collections(Consumer<List<SaveResult>> upserted) {
        this.upserted = upserted;
    }

    Reply reply(Call call) {
        return switch (call.request().method()) {
            case "POST" -> save(call, Verb.INSERT);
            case "PATCH" -> save(call, Verb.UPDATE);
            case "DELETE" -> delete(call);
            default -> throw ApiException.methodNotAllowed(call.request().method(), "DELETE,PATCH,POST");
        };
    }

    private Reply save(Call call, Verb verb) {
        Map<String, Object> body = ReadJson.object(call.request().body());
        List<SaveRequest> runs = new ArrayList<>();
        for (Map<String, Object> record : records(body)) {
            addToRun(runs, type(call, record), verb, record);
        }
        if (runs.size() > MOST_RUNS) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Cannot have more than 10 chunks in a single operation. Please rearrange the data.");
        }
        return results(WriteAll.save(call, runs, allOrNone(body)), allOrNone(body), false);
    }

    private static void addToRun(List<SaveRequest> runs, ObjectType type, Verb verb, Map<String, Object> record) {
        if (runs.isEmpty() || runs.get(runs.size() - 1).type() != type) {
            runs.add(new SaveRequest(type, verb, SingleRows.id(type), new ArrayList<>()));
        }
        runs.get(runs.size() - 1).records().add(record);
    }

    private static ObjectType type(Call call, Map<String, Object> record) {
        if (!(record.get("attributes") instanceof Map<?, ?> attributes) || attributes.get("type") == null) {
            throw new ApiException(
                    400,
                    "INVALID_INPUT",
                    "The type attribute is missing: every record needs \"attributes\":{\"type\":...}");
        }
        String name = attributes.get("type").toString();
        return call.org()
                .schema()
                .object(name)
                .filter(type -> call.user().access().to(type).read())
                .orElseThrow(
                        () -> new ApiException(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private static List<Map<String, Object>> records(Map<String, Object> body) {
        List<Map<String, Object>> records = ReadJson.objects(body.get("records"), "records");
        requireAtMost(records.size());
        return records;
    }

    private static void requireAtMost(int count) {
        if (count > MOST_RECORDS) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than 200 records into this call");
        }
    }

    private static boolean allOrNone(Map<String, Object> body) {
        return Boolean.TRUE.equals(body.get("allOrNone"));
    }

    /** {@code PATCH /composite/sobjects/X/Field__c} upserts; {@code GET} and {@code POST /composite/sobjects/X} read. */
    Reply upsert(Call call) {
        if (!call.request().method().equals("PATCH")) {
            throw ApiException.methodNotAllowed(call.request().method(), "PATCH");
        }
        Call object = call.below(1);
        ObjectType type = object.object(1);
        Field key = RowsByKey.key(object, type);
        Map<String, Object> body = ReadJson.object(call.request().body());
        List<Map<String, Object>> records = records(body);
        records.forEach(record -> requireType(call, record, type));
        List<SaveResult> results =
                WriteAll.save(call, List.of(new SaveRequest(type, Verb.UPSERT, key, records)), allOrNone(body));
        upserted.accept(results);
        return results(results, allOrNone(body), true);
    }

    private static void requireType(Call call, Map<String, Object> record, ObjectType type) {
        if (type(call, record) != type) {
            throw new ApiException(
                    400,
                    "INVALID_INPUT",
                    "All records of an upsert must be of the type in the address: " + type.name());
        }
    }

    private Reply delete(Call call) {
        List<String> given =
                Arrays.asList(call.request().param("ids").orElse("").split(","));
        requireAtMost(given.size());
        boolean allOrNone = call.request().param("allOrNone").orElse("").equals("true");
        List<String> ids = new ArrayList<>();
        for (String id : given) {
            ids.add(Ids.parse(id.strip())
                    .orElseThrow(() -> new ApiException(400, "MALFORMED_ID", "malformed id " + id)));
        }
        return results(WriteAll.delete(call, ids, allOrNone), allOrNone, false);
    }

    private static Reply results(List<SaveResult> results, boolean allOrNone, boolean upsert) {
        boolean rolledBack = allOrNone && results.stream().anyMatch(result -> !result.success());
        List<SaveResult> shown =
                rolledBack ? results.stream().map(Collections::undone).toList() : results;
        return Reply.ok(json -> {
            json.writeStartArray();
            for (SaveResult result : shown) {
                ResultJson.write(json, result, upsert);
            }
            json.writeEndArray();
        });
    }

    private static SaveResult undone(SaveResult result) {
        return result.success()
                ? new SaveResult(
                        null,
                        result.created(),
                        List.of(new SaveError(
                                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                                "Record rolled back because not all records were valid and the request was using AllOrNone"
                                        + " header")))
                : result;
    }

    Reply read(Call call) {
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
        if (ids.size() > MOST_READ) {
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

    private static Reply read(Call call, ObjectType type, List<String> ids, List<Field> fields) {
        List<Row> rows = new ArrayList<>();
        List<List<Object>> values = new ArrayList<>();
        try (Snapshot snapshot = call.snapshot()) {
            for (String id : ids) {
                Row row = Ids.parse(id.strip()).map(snapshot::find).orElse(null);
                boolean found = row != null && row.type() == type;
                rows.add(found ? row : null);
                values.add(found ? RowJson.values(call, row, fields, snapshot) : List.of());
            }
        }
        return Reply.ok(json -> {
            json.writeStartArray();
            for (int index = 0; index < rows.size(); index++) {
                if (rows.get(index) == null) {
                    json.writeNull();
                } else {
                    RowJson.write(json, call, rows.get(index), fields, values.get(index));
                }
            }
            json.writeEndArray();
        });
    }
}
