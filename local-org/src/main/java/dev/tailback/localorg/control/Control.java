package dev.tailback.localorg.control;

import dev.tailback.localorg.faults.Faults;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rest.CallCounts;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.wire.ReadJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /local-org/*}: orders faults, starts over, tells what was called. No real org has this. */
public final class Control {

    private final Faults faults;
    private final CallCounts counts;
    private final Supplier<Org> org;
    private final Runnable reset;

    public Control(Faults faults, CallCounts counts, Supplier<Org> org, Runnable reset) {
        this.faults = faults;
        this.counts = counts;
        this.org = org;
        this.reset = reset;
    }

    public Reply reply(Request request) {
        return switch (request.method() + " " + String.join("/", request.segments())) {
            case "GET local-org/faults" -> faultList();
            case "PUT local-org/faults" -> order(request);
            case "DELETE local-org/faults" -> {
                faults.clear();
                yield Reply.nothing(204);
            }
            case "GET local-org/switches" -> switches();
            case "PUT local-org/switches" -> flip(request);
            case "DELETE local-org/switches" -> {
                org.get().switches().reset();
                yield Reply.nothing(204);
            }
            case "GET local-org/calls" -> calls();
            case "POST local-org/reset" -> startOver();
            default ->
                error(
                        404,
                        "The control calls are GET, PUT and DELETE /local-org/faults and /local-org/switches,"
                                + " GET /local-org/calls and POST /local-org/reset.");
        };
    }

    private Reply faultList() {
        List<Map<String, Object>> list = faults.list();
        return Reply.ok(json -> {
            json.writeStartArray();
            for (Map<String, Object> fault : list) {
                json.writeStartObject();
                for (Map.Entry<String, Object> entry : fault.entrySet()) {
                    json.writeObjectField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private Reply order(Request request) {
        try {
            faults.replaceBy(ReadJson.objects(ReadJson.value(request.body()), "The body"));
            return faultList();
        } catch (RequestRefused | IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private Reply switches() {
        return Reply.ok(json -> {
            json.writeStartObject();
            for (Switch one : Switch.values()) {
                json.writeStringField(one.word(), org.get().switches().of(one));
            }
            json.writeEndObject();
        });
    }

    private Reply flip(Request request) {
        try {
            Map<String, String> wanted = new LinkedHashMap<>();
            ReadJson.object(request.body()).forEach((word, value) -> wanted.put(word, String.valueOf(value)));
            org.get().switches().change(wanted);
            return switches();
        } catch (RequestRefused | IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private Reply calls() {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeNumberField(
                    "total",
                    counts.byResource().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            json.writeObjectFieldStart("byResource");
            for (Map.Entry<String, Long> entry : counts.byResource().entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("recordsUpserted", counts.recordsUpserted());
            json.writeNumberField("recordsRefused", counts.recordsRefused());
            json.writeNumberField("rowLockClashes", org.get().locks().clashes());
            json.writeEndObject();
        });
    }

    private Reply startOver() {
        try {
            reset.run();
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
        faults.clear();
        counts.reset();
        org.get().switches().reset();
        return Reply.nothing(204);
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, json -> {
            json.writeStartObject();
            json.writeStringField("error", message);
            json.writeEndObject();
        });
    }
}
