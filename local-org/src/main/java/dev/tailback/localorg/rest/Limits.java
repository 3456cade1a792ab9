package dev.tailback.localorg.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.switches.Switch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** {@code /limits}: what a day of this org allows, the allowance of a full sandbox. */
final class Limits {
    private final AtomicLong calls;

    /**
     * @param calls the data calls since the org started
     */
    Limits(AtomicLong calls) {
        this.calls = calls;
    }

    /** What every data answer carries in {@code Sforce-Limit-Info}. */
    String info(Org org) {
        return "api-usage=" + calls.get() + "/" + daily(org);
    }

    private static int daily(Org org) {
        return org.switches().number(Switch.DAILY_CALLS);
    }

    Reply reply(Call call) {
        int daily = daily(call.org());
        return Reply.ok(json -> {
            json.writeStartObject();
            write(json, "DailyApiRequests", daily, Math.max(0, daily - calls.get()));
            write(json, "DailyBulkApiBatches", 15_000, 15_000);
            write(json, "DailyBulkV2QueryFileStorageMB", 976_562, 976_562);
            write(json, "DailyBulkV2QueryJobs", 10_000, 10_000);
            write(json, "DailyDeliveredPlatformEvents", 25_000, 25_000);
            write(json, "DataStorageMB", 1_073, 1_071);
            write(json, "FileStorageMB", 1_073, 1_073);
            write(json, "HourlyPublishedPlatformEvents", 250_000, 250_000);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String name, long most, long left) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("Max", most);
        json.writeNumberField("Remaining", left);
        json.writeEndObject();
    }

    Reply recordCount(Call call) {
        List<ObjectType> types = new ArrayList<>();
        for (String name : call.request().param("sObjects").orElse("").split(",")) {
            call.org()
                    .schema()
                    .object(name.strip())
                    .filter(type -> call.user().access().to(type).read())
                    .ifPresent(types::add);
        }
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("sObjects");
            for (ObjectType type : types) {
                json.writeStartObject();
                json.writeNumberField("count", count(call, type));
                json.writeStringField("name", type.name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static long count(Call call, ObjectType type) {
        List<Row> rows = new ArrayList<>();
        try (Snapshot snapshot = call.snapshot()) {
            snapshot.each(type, row -> {
                if (!row.isDeleted()) {
                    rows.add(row);
                }
            });
        }
        return rows.size();
    }
}
