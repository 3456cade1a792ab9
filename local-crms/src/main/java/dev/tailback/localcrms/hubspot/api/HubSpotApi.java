package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.faults.CallKind;
import dev.tailback.localcrms.hubspot.faults.Fault;
import dev.tailback.localcrms.hubspot.faults.FaultKind;
import dev.tailback.localcrms.hubspot.faults.Faults;
import dev.tailback.localcrms.hubspot.limits.Allowances;
import dev.tailback.localcrms.hubspot.limits.Policy;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers a call as HubSpot does. Its way: faults that strike before anything is done, the token, the allowance, the
 * work, faults that strike the answer.
 */
public final class HubSpotApi {
    private final Faults faults;
    private final Allowances allowances;
    private final Granted granted;
    private final Areas areas;
    private final Nonsense nonsense;

    HubSpotApi(Faults faults, Allowances allowances, Granted granted, Areas areas) {
        this.faults = faults;
        this.allowances = allowances;
        this.granted = granted;
        this.areas = areas;
        this.nonsense = new Nonsense(faults);
    }

    /** The parts that work together for an account. */
    public static HubSpotApi of(ApiParts parts) {
        Granted granted = new Granted(parts.access());
        return new HubSpotApi(parts.faults(), parts.allowances(), granted, Areas.of(parts, granted));
    }

    /** Empty when the connection is to end without an answer. */
    public Optional<Reply> reply(Call call) {
        Optional<Route> route = Route.of(call);
        if (route.isEmpty()) {
            return Optional.of(ApiRefusal.noSuchPath().reply());
        }
        CallKind kind = route.get().kind(call.method());
        if (isCutOff(kind)) {
            return Optional.empty();
        }
        faults.striking(FaultKind.SLOW, kind).ifPresent(HubSpotApi::wait);
        Optional<Reply> broken = brokenBefore(kind);
        if (broken.isPresent()) {
            return broken;
        }
        Reply reply = nonsense.spoil(call, kind, worked(call, route.get()));
        boolean lost = kind == CallKind.WRITE
                && reply.status() < 300
                && faults.striking(FaultKind.DROP_AFTER_COMMIT, kind).isPresent();
        return lost ? Optional.empty() : Optional.of(reply);
    }

    private boolean isCutOff(CallKind kind) {
        return faults.striking(FaultKind.DOWN, kind).isPresent()
                || (kind == CallKind.WRITE
                        && faults.striking(FaultKind.DROP_BEFORE_COMMIT, kind).isPresent());
    }

    private static void wait(Fault slow) {
        try {
            Thread.sleep(slow.number("latencyMs", 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Reply> brokenBefore(CallKind kind) {
        Optional<Fault> limited = faults.striking(FaultKind.RATE_LIMIT, kind);
        if (limited.isPresent()) {
            String usual = kind == CallKind.SEARCH ? "SECONDLY" : "TEN_SECONDLY_ROLLING";
            Reply reply = tooMany(Policy.valueOf(limited.get().text("policy", usual)));
            return Optional.of(withRetryAfter(reply, limited.get()));
        }
        return faults.striking(FaultKind.STATUS, kind).map(HubSpotApi::failed);
    }

    private static Reply failed(Fault fault) {
        int status = fault.number("status", 500);
        boolean ofTheEdge = status >= 502 || status == 414;
        Reply reply = ofTheEdge
                ? Reply.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>")
                : new ApiRefusal(status, category(status), "The account answers with " + status + ".").reply();
        return withRetryAfter(reply, fault);
    }

    private static String category(int status) {
        return switch (status) {
            case 423 -> "LOCKED";
            case 477 -> "MIGRATION_IN_PROGRESS";
            default -> "INTERNAL_ERROR";
        };
    }

    private static Reply withRetryAfter(Reply reply, Fault fault) {
        int seconds = fault.number("retryAfter", -1);
        return seconds < 0 ? reply : reply.with("Retry-After", Integer.toString(seconds));
    }

    private static Reply tooMany(Policy policy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", "error");
        json.put("message", policy.sentence());
        json.put("errorType", "RATE_LIMIT");
        json.put("correlationId", UUID.randomUUID().toString());
        json.put("policyName", policy.name());
        json.put("category", "RATE_LIMITS");
        return Reply.json(429, json);
    }

    private Reply worked(Call call, Route route) {
        if (route.area().equals("oauth")) {
            return answered(call, route);
        }
        try {
            String token = granted.token(call);
            Optional<Policy> broken = allowances.take(route.isSearch());
            Reply reply = broken.map(HubSpotApi::tooMany).orElseGet(() -> answered(call, route));
            return route.isSearch() ? reply : withHeaders(reply, granted.isServiceKey(token));
        } catch (ApiRefusal refused) {
            return refused.reply();
        }
    }

    private Reply answered(Call call, Route route) {
        try {
            return areas.reply(call, route);
        } catch (ApiRefusal refused) {
            return refused.reply();
        }
    }

    /** The day's numbers are told to the apps of one account only. */
    private Reply withHeaders(Reply reply, boolean serviceKey) {
        Reply told = reply;
        for (Map.Entry<String, String> header : allowances.headers().entrySet()) {
            if (serviceKey || !header.getKey().contains("Daily")) {
                told = told.with(header.getKey(), header.getValue());
            }
        }
        return told;
    }
}
