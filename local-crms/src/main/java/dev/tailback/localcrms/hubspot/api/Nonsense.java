package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.faults.CallKind;
import dev.tailback.localcrms.hubspot.faults.FaultKind;
import dev.tailback.localcrms.hubspot.faults.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spoils an answer, where that was ordered. */
final class Nonsense {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_A_MEGABYTE = 1024 * 1024;

    private final Faults faults;

    Nonsense(Faults faults) {
        this.faults = faults;
    }

    Reply spoil(Call call, CallKind kind, Reply reply) {
        if (faults.striking(FaultKind.HTML, kind).isPresent()) {
            return Reply.text(200, "text/html", "<html><body><h1>Just a moment</h1></body></html>");
        }
        if (faults.striking(FaultKind.TRUNCATED, kind).isPresent()) {
            return reply.with(Arrays.copyOf(reply.body(), reply.body().length / 2));
        }
        return faults.striking(FaultKind.HUGE_BODY, kind)
                .map(fault -> huge(fault.number("megabytes", 32)))
                .orElseGet(() -> spoilJson(call, kind, reply));
    }

    private static Reply huge(int megabytes) {
        byte[] body = new byte[megabytes * BYTES_A_MEGABYTE];
        Arrays.fill(body, (byte) ' ');
        byte[] begin = "{\"results\":[],\"padding\":\"".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(begin, 0, body, 0, begin.length);
        body[body.length - 2] = '"';
        body[body.length - 1] = '}';
        return Reply.text(200, "application/json", "").with(body);
    }

    private Reply spoilJson(Call call, CallKind kind, Reply reply) {
        if (reply.body().length == 0) {
            return reply;
        }
        if (faults.striking(FaultKind.WRONG_TYPES, kind).isPresent()) {
            return Reply.json(reply.status(), wrong(read(reply)));
        }
        if (faults.striking(FaultKind.FOREIGN_IDS, kind).isPresent()) {
            return Reply.json(reply.status(), foreign(read(reply)));
        }
        if (faults.lasting(FaultKind.ENDLESS_PAGING).isPresent()
                && read(reply) instanceof ObjectNode page
                && page.has("results")
                && faults.striking(FaultKind.ENDLESS_PAGING, kind).isPresent()) {
            String after = call.param("after").orElse("1");
            page.putObject("paging").putObject("next").put("after", after);
            return Reply.json(reply.status(), page);
        }
        return reply;
    }

    private static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new IllegalStateException("An answer of ours is no JSON", e);
        }
    }

    /** Lists become texts, texts numbers, and objects lists. */
    private static JsonNode wrong(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode value = object.path(name);
                if (value.isArray()) {
                    object.put(name, "none");
                } else if (value.isObject()) {
                    object.putArray(name).add(1);
                } else {
                    object.put(name, 17);
                }
            }
        }
        return answer;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode foreign(JsonNode answer) {
        if (answer.path("results") instanceof ArrayNode results) {
            int number = 0;
            for (JsonNode result : results) {
                if (result instanceof ObjectNode one && one.has("id")) {
                    one.put("id", "99900000" + number++);
                }
            }
        } else if (answer instanceof ObjectNode one && one.has("id")) {
            one.put("id", "999000001");
        }
        return answer;
    }
}
