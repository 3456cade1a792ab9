package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tailback.verification.attack.Lie.About;
import dev.tailback.verification.attack.Lie.Telling;
import dev.tailback.verification.attack.Lie.Truth;
import dev.tailback.verification.fleet.Http;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every lie that was ever told to a client of Salesforce, or could be. */
final class Lies {
    private static final String HTML = "<html><body>Request blocked by the firewall</body></html>";
    private static final byte[] ENDLESS = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_LABEL = 2_000_000;
    private static final String GOVERNOR = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private final URI trap;

    /** @param trap an address that no program may call, least of all with a token */
    Lies(URI trap) {
        this.trap = trap;
    }

    List<Lie> all() {
        return List.of(
                new Lie("a next page that is the same page", About.READS, Lies::samePage),
                new Lie("a next page elsewhere", About.READS, changing(this::pageElsewhere)),
                new Lie("an endless answer to reads", About.READS, Lies::endless),
                new Lie("an endless answer to writes", About.WRITES, Lies::endless),
                new Lie("an endless answer to logins", About.LOGINS, Lies::endless),
                new Lie("a redirect elsewhere", About.DATA, saying(302, Map.of("Location", trap + "/stolen"), "")),
                new Lie("a redirect of the login", About.LOGINS, saying(307, Map.of("Location", trap + "/stolen"), "")),
                new Lie(
                        "HTML with 400 on writes",
                        About.WRITES,
                        saying(400, Map.of("Content-Type", "text/html"), HTML)),
                new Lie(
                        "HTML with 200 on everything",
                        About.DATA,
                        saying(200, Map.of("Content-Type", "text/html"), HTML)),
                new Lie("Retry-After of a day", About.DATA, saying(503, Map.of("Retry-After", "86400"), "")),
                new Lie("Retry-After of a day with 429", About.WRITES, saying(429, Map.of("Retry-After", "86400"), "")),
                new Lie("too few results", About.WRITES, changing(Lies::lessOne)),
                new Lie("too many results", About.WRITES, changing(Lies::moreOne)),
                new Lie("one error for every record", About.WRITES, changing(Lies::governor)),
                new Lie(
                        "numbers beyond all",
                        About.READS,
                        text(text -> text.replaceAll("(__c\"\\s*:\\s*)\\d[\\d.]*", "$11e400"))),
                new Lie(
                        "long labels",
                        About.READS,
                        text(text -> text.replaceAll("(\"Name\"\\s*:\\s*\")[^\"]*", "$1" + "L".repeat(LONG_LABEL)))),
                new Lie("another instance", About.LOGINS, changing(this::otherInstance)),
                new Lie(
                        "a proxy that wants a password",
                        About.DATA,
                        saying(407, Map.of("Proxy-Authenticate", "Basic"), HTML)),
                new Lie("a proxy at the login", About.LOGINS, saying(407, Map.of("Proxy-Authenticate", "Basic"), HTML)),
                new Lie(
                        "401 to every token",
                        About.DATA,
                        saying(
                                401,
                                Map.of(),
                                "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired\"}]")),
                new Lie("an empty answer", About.DATA, saying(200, Map.of("Content-Type", "application/json"), "")),
                new Lie(
                        "deep JSON",
                        About.DATA,
                        saying(200, Map.of("Content-Type", "application/json"), "[".repeat(200_000))),
                new Lie("a token that no header can hold", About.LOGINS, changing(Lies::unusableToken)));
    }

    private static Telling saying(int status, Map<String, String> headers, String body) {
        return (exchange, truth) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void endless(HttpExchange exchange, Truth truth) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("[{\"x\":\"".getBytes(StandardCharsets.US_ASCII));
        while (!Thread.currentThread().isInterrupted()) {
            out.write(ENDLESS);
        }
    }

    private static void samePage(HttpExchange exchange, Truth truth) throws IOException {
        JsonNode said = Http.JSON.readTree(truth.hear().body());
        if (said instanceof ObjectNode page && page.has("records")) {
            page.put("done", false)
                    .put("nextRecordsUrl", exchange.getRequestURI().toString());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, 200, said.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Telling changing(UnaryOperator<JsonNode> change) {
        return (exchange, truth) -> {
            var said = truth.hear();
            JsonNode changed = said.statusCode() == 200
                    ? change.apply(Http.JSON.readTree(said.body()))
                    : Http.JSON.readTree(said.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, said.statusCode(), changed.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Telling text(UnaryOperator<String> change) {
        return (exchange, truth) -> {
            var said = truth.hear();
            String changed = change.apply(new String(said.body(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, said.statusCode(), changed.getBytes(StandardCharsets.UTF_8));
        };
    }

    private JsonNode pageElsewhere(JsonNode said) {
        if (said instanceof ObjectNode page && page.has("records")) {
            page.put("done", false).put("nextRecordsUrl", trap + "/services/data/v62.0/query/01g-2000");
        }
        return said;
    }

    private JsonNode otherInstance(JsonNode said) {
        return ((ObjectNode) said).put("instance_url", "http://127.0.0.1:1");
    }

    private static JsonNode unusableToken(JsonNode said) {
        return ((ObjectNode) said).put("access_token", "a\r\nb\u0000c");
    }

    private static JsonNode lessOne(JsonNode said) {
        if (said instanceof ArrayNode results && !results.isEmpty()) {
            results.remove(results.size() - 1);
        }
        return said;
    }

    private static JsonNode moreOne(JsonNode said) {
        if (said instanceof ArrayNode results && !results.isEmpty()) {
            results.add(results.get(0).deepCopy());
        }
        return said;
    }

    /** The rows are there: Salesforce said so to another caller. */
    private static JsonNode governor(JsonNode said) {
        ArrayNode errors = Http.JSON.createArrayNode();
        said.forEach(result -> {
            ObjectNode error = errors.addObject().put("success", false);
            error.putArray("errors")
                    .addObject()
                    .put("statusCode", GOVERNOR)
                    .put("message", "Usage: System.LimitException: Too many SOQL queries: 101")
                    .putArray("fields");
        });
        return errors;
    }
}
