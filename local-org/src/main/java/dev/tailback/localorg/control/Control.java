package dev.tailback.localorg.control;

import dev.tailback.localorg.faults.Faults;
import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rest.CallCounts;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.switches.Switches;
import dev.tailback.localorg.wire.ReadJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /local-org/*}: orders faults, starts over, tells what was called. No real org has this. */
public final class Control {

    private final Faults faults;
    private final CallCounts counts;
    private final CurrentOrg current;
    private final Runnable reset;
    private final SchemaControl schema;

    public Control(Faults faults, CallCounts counts, CurrentOrg current, Runnable reset, SchemaControl schema) {
        this.faults = faults;
        this.counts = counts;
        this.current = current;
        this.reset = reset;
        this.schema = schema;
    }

    public Reply reply(Request request) {
        if (request.segments().size() > 1 && request.segments().get(1).equals("schema")) {
            return schema.reply(request);
        }
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
                switchesNow().reset();
                yield Reply.nothing(204);
            }
            case "GET local-org/calls" -> calls();
            case "POST local-org/reset" -> startOver();
            default ->
                error(
                        404,
                        "The control calls are GET, PUT and DELETE /local-org/faults and /local-org/switches,"
                                + " GET and POST /local-org/schema, GET, PUT and DELETE of a file below it,"
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
                json.writeStringField(one.word(), switchesNow().of(one));
            }
            json.writeEndObject();
        });
    }

    private Reply flip(Request request) {
        try {
            Map<String, String> wanted = new LinkedHashMap<>();
            ReadJson.object(request.body()).forEach((word, value) -> wanted.put(word, String.valueOf(value)));
            switchesNow().change(wanted);
            return switches();
        } catch (RequestRefused | IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private Switches switchesNow() {
        return current.ask(Org::switches);
    }

    private Reply calls() {
        long clashes = current.ask(org -> org.locks().clashes());
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
            json.writeNumberField("rowLockClashes", clashes);
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
        switchesNow().reset();
        return Reply.nothing(204);
    }

    static Reply error(int status, String message) {
        return Reply.json(status, json -> {
            json.writeStartObject();
            json.writeStringField("error", message);
            json.writeEndObject();
        });
    }
}
