package dev.tailback.verification.attack;

import dev.tailback.verification.attack.Call.Kind;
import dev.tailback.verification.attack.Call.Value;
import dev.tailback.verification.attack.OpenApi.Parameter;
import dev.tailback.verification.pages.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every call that the OpenAPI description, the links and the forms of the pages offer. */
final class Offered {
    private static final int MOST_PAGES = 60;
    /** They would end the session or take the token that the fuzz works with; the matrix covers them. */
    private static final Set<String> LEFT_OUT = Set.of(
            "/logout",
            "/api/token",
            "/api/sessions",
            "/account/sessions",
            // Nothing more could be booked on the one contract of the attack.
            "/api/finance/closings",
            "/finance/closings");

    private final Scene scene;
    private final Filled filled;
    private final Map<String, Call> calls = new LinkedHashMap<>();

    Offered(Scene scene, Filled filled) {
        this.scene = scene;
        this.filled = filled;
    }

    /** @param bearer for the API; the session is for the pages */
    List<Call> read(String bearer, Caller session) {
        OpenApi api = OpenApi.read(scene.staff());
        for (Route route : api.routes()) {
            if (!LEFT_OUT.contains(route.template())) {
                add(ofApi(api, route, bearer));
            }
        }
        visitPages(session);
        return List.copyOf(calls.values());
    }

    private void add(Call call) {
        calls.putIfAbsent(call.method() + " " + call.template(), call);
    }

    private Call ofApi(OpenApi api, Route route, String bearer) {
        List<Value> parameters = new ArrayList<>();
        for (Parameter parameter : api.parameters(route)) {
            String value = parameter.in().equals("path")
                    ? filled.path(route.template())
                            .substring(route.template().indexOf('{'))
                            .split("/")[0]
                    : sample(parameter.name());
            parameters.add(new Value(parameter.in(), parameter.name(), value));
        }
        List<Value> body = new ArrayList<>();
        api.body(route)
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> body.add(new Value("body", name, json(name))));
        boolean writes = !route.method().equals("GET");
        return new Call(
                route.method(),
                route.template(),
                parameters,
                body,
                writes && !route.method().equals("DELETE") ? Kind.JSON : Kind.NONE,
                List.of("Authorization: Bearer " + bearer));
    }

    private String sample(String name) {
        return switch (name) {
            case "contractId" -> filled.contractId();
            case "page" -> "0";
            case "state" -> "Waiting";
            case "If-Match" -> "\"1\"";
            default -> "magic";
        };
    }

    private String json(String name) {
        return switch (name) {
            case "contractId" -> "\"" + filled.contractId() + "\"";
            case "products" -> "[{\"contractProductId\":\"" + filled.productId() + "\",\"units\":1}]";
            case "limit", "units", "page" -> "1";
            case "code" -> "\"USAGE_LOCKED\"";
            default -> "\"of the attack\"";
        };
    }

    /** From the start page on, whatever links and forms lead to. */
    private void visitPages(Caller session) {
        Deque<String> next = new ArrayDeque<>(List.of(
                "/",
                "/login",
                "/ads/" + filled.adId(),
                "/contracts/" + filled.contractId(),
                "/swagger",
                "/prometheus",
                "/health"));
        List<String> seen = new ArrayList<>(next);
        try (RawConnection connection = scene.connect()) {
            while (!next.isEmpty()
                    && calls.size() < MOST_PAGES + scene.settings().connections()) {
                String page = next.remove();
                add(ofLink(page, session));
                String html = connection
                        .call(session.signs(RawRequest.of("GET", page)))
                        .text();
                Forms.on(html).stream()
                        .filter(form -> !LEFT_OUT.contains(form.action()))
                        .forEach(form -> add(ofForm(form, session)));
                for (String link : Forms.links(html)) {
                    if (!seen.contains(link)) {
                        seen.add(link);
                        next.add(link);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A page could not be read", e);
        }
    }

    private Call ofLink(String link, Caller session) {
        String path = link.split("\\?")[0];
        List<Value> parameters = new ArrayList<>();
        for (String pair :
                link.contains("?") ? link.substring(link.indexOf('?') + 1).split("&") : new String[0]) {
            String[] both = pair.split("=", 2);
            parameters.add(new Value("query", both[0], both.length > 1 ? both[1] : ""));
        }
        return new Call("GET", variable(path, parameters), parameters, List.of(), Kind.NONE, session.headers());
    }

    private Call ofForm(Forms.Form form, Caller session) {
        List<Value> fields = new ArrayList<>();
        for (Forms.Field field : form.fields()) {
            String value = field.value().isEmpty() ? usual(field.name()) : field.value();
            fields.add(new Value(form.posts() ? "body" : "query", field.name(), value));
        }
        List<Value> parameters = new ArrayList<>(form.posts() ? List.of() : fields);
        String template = variable(form.action(), parameters);
        return form.posts()
                ? new Call("POST", template, parameters, fields, Kind.FORM, session.headers())
                : new Call("GET", template, parameters, List.of(), Kind.NONE, session.headers());
    }

    private static String usual(String name) {
        return switch (name) {
            case "units" -> "1";
            case "password" -> Secrets.MARK;
            default -> "of the attack";
        };
    }

    /** The last part of the path that is an id becomes a place for other values. */
    private static String variable(String path, List<Value> parameters) {
        String[] parts = path.split("/");
        for (int at = parts.length - 1; at > 0; at--) {
            if (parts[at].matches("[0-9A-Za-z-]{15,40}")) {
                parameters.add(new Value("path", "id", parts[at]));
                parts[at] = "{id}";
                return String.join("/", parts);
            }
        }
        return path;
    }
}
