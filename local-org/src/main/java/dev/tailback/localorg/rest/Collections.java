package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.save.SaveError;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /composite/sobjects}: up to 200 records in one call, each with its own result. */
final class Collections {
    private static final int MOST_RECORDS = 200;
    private static final int MOST_RUNS = 10;

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
        for (Map<String, Object> record : records(call, body)) {
            addToRun(call, runs, type(call, record), verb, record);
        }
        if (runs.size() > MOST_RUNS) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Cannot have more than 10 chunks in a single operation. Please rearrange the data.");
        }
        return results(WriteAll.save(call, runs, allOrNone(body)), allOrNone(body), false);
    }

    private static void addToRun(
            Call call, List<SaveRequest> runs, ObjectType type, Verb verb, Map<String, Object> record) {
        if (runs.isEmpty() || runs.get(runs.size() - 1).type() != type) {
            runs.add(new SaveRequest(type, verb, SingleRows.id(type), new ArrayList<>(), eachAlone(call)));
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
        return call.object(name)
                .orElseThrow(
                        () -> new ApiException(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private static List<Map<String, Object>> records(Call call, Map<String, Object> body) {
        List<Map<String, Object>> records = ReadJson.objects(body.get("records"), "records");
        requireAtMost(call, records.size());
        return records;
    }

    private static void requireAtMost(Call call, int count) {
        if (count > MOST_RECORDS) {
            throw new ApiException(
                    call.org().switches().number(Switch.TOO_MANY_RECORDS_STATUS),
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than 200 records into this call");
        }
    }

    private static boolean eachAlone(Call call) {
        return call.org().switches().is(Switch.UNREADABLE_RECORD, "record");
    }

    private static boolean allOrNone(Map<String, Object> body) {
        return Boolean.TRUE.equals(body.get("allOrNone"));
    }

    /** {@code PATCH /composite/sobjects/X/Field__c} upserts. */
    Reply upsert(Call call) {
        if (!call.request().method().equals("PATCH")) {
            throw ApiException.methodNotAllowed(call.request().method(), "PATCH");
        }
        Call object = call.below(1);
        ObjectType type = object.object(1);
        Field key = RowsByKey.key(object, type);
        Map<String, Object> body = ReadJson.object(call.request().body());
        List<Map<String, Object>> records = records(call, body);
        records.forEach(record -> requireType(call, record, type));
        List<SaveResult> results = WriteAll.save(
                call, List.of(new SaveRequest(type, Verb.UPSERT, key, records, eachAlone(call))), allOrNone(body));
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
        requireAtMost(call, given.size());
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
                        Optional.empty(),
                        result.created(),
                        List.of(new SaveError(
                                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                                "Record rolled back because not all records were valid and the request was using AllOrNone"
                                        + " header")))
                : result;
    }
}
