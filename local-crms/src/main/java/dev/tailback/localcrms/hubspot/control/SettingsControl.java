package dev.tailback.localcrms.hubspot.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.api.ApiParts;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.localcrms.hubspot.switches.Switch;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Faults, switches, allowances, scopes and the delay of the search. */
final class SettingsControl {
    private static final int LONGEST_DELAY_MS = 3_600_000;

    private final ApiParts parts;

    SettingsControl(ApiParts parts) {
        this.parts = parts;
    }

    /** Empty when there is no such call. */
    Optional<Reply> reply(Call call) {
        String what = call.segments().size() == 2 ? call.segment(1) : "";
        return switch (call.method() + " " + what) {
            case "GET faults" -> ok(parts.faults().list());
            case "PUT faults" -> ok(order(call));
            case "DELETE faults" -> done(parts.faults()::clear);
            case "GET switches" -> ok(switches());
            case "PUT switches" -> done(() -> parts.switches().change(OrderBody.texts(Control.body(call))));
            case "DELETE switches" -> done(parts.switches()::reset);
            case "GET allowances" -> ok(allowances());
            case "PUT allowances" -> done(() -> allow(Control.body(call)));
            case "GET scopes" -> ok(scopes());
            case "PUT scopes" -> done(() -> grant(Control.body(call)));
            case "DELETE tokens" -> done(parts.access()::endTokens);
            case "GET search" -> ok(search());
            case "PUT search" -> done(() -> delay(Control.body(call)));
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> ok(JsonNode answer) {
        return Optional.of(Reply.json(200, answer));
    }

    private static Optional<Reply> done(Runnable order) {
        order.run();
        return Optional.of(Reply.nothing(204));
    }

    private ArrayNode order(Call call) {
        parts.faults().replaceBy(Control.body(call));
        return parts.faults().list();
    }

    private ObjectNode switches() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Switch one : Switch.values()) {
            json.put(one.word(), parts.switches().of(one));
        }
        return json;
    }

    private ObjectNode allowances() {
        AllowanceSettings settings = parts.allowances().settings();
        return JsonNodeFactory.instance
                .objectNode()
                .put("tenSecondly", settings.tenSecondly())
                .put("daily", settings.daily())
                .put("searchSecondly", settings.searchSecondly())
                .put("usedToday", parts.allowances().usedToday());
    }

    private void allow(JsonNode wanted) {
        AllowanceSettings now = parts.allowances().settings();
        parts.allowances()
                .set(new AllowanceSettings(
                        whole(wanted, "tenSecondly", now.tenSecondly()),
                        whole(wanted, "daily", now.daily()),
                        whole(wanted, "searchSecondly", now.searchSecondly())));
    }

    private static int whole(JsonNode wanted, String name, int otherwise) {
        JsonNode given = wanted.path(name);
        if (given.isMissingNode()) {
            return otherwise;
        }
        if (!given.isInt()) {
            throw new IllegalArgumentException(name + " is a whole number, not " + given + ".");
        }
        return given.intValue();
    }

    private ArrayNode scopes() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        parts.access().scopes().granted().forEach(json::add);
        return json;
    }

    private void grant(JsonNode wanted) {
        if (!wanted.isArray()) {
            throw new IllegalArgumentException("The body is a list of scopes.");
        }
        Set<String> scopes = new LinkedHashSet<>();
        wanted.forEach(scope -> scopes.add(scope.asText()));
        parts.access().scopes().grant(scopes);
    }

    private ObjectNode search() {
        long delay = parts.account().read(content -> content.index().delayMs());
        return JsonNodeFactory.instance.objectNode().put("delayMs", delay);
    }

    private void delay(JsonNode wanted) {
        int delay = whole(wanted, "delayMs", -1);
        if (delay < 0 || delay > LONGEST_DELAY_MS) {
            throw new IllegalArgumentException("delayMs is a whole number from 0 to " + LONGEST_DELAY_MS + ".");
        }
        parts.account().write(content -> {
            content.index().delay(delay);
            return content;
        });
    }
}
