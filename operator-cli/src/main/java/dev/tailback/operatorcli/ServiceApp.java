package dev.tailback.operatorcli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The service app as an operator's command calls it. Every answer but 2xx is a {@link Refusal} with its sentence. */
final class ServiceApp {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(90);

    private final URI url;
    private final String authorization;

    private ServiceApp(URI url, String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    static ServiceApp at(URI url, String user, String password) {
        if (user == null || user.isBlank() || password == null) {
            throw Refusal.beforeItBegan("say who you are: set TAILBACK_OPS_USER and TAILBACK_OPS_PASSWORD,"
                    + " or give --user and --password.");
        }
        if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
            throw Refusal.beforeItBegan("'" + url + "' is not an address: write it as http://host:8080.");
        }
        String pair = user + ":" + password;
        return new ServiceApp(
                url, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** The JSON of a file whose form was proved. */
    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException foreign) {
            throw Refusal.byTheServiceApp("the file holds no JSON.");
        }
    }

    /** Path and query with whatever people typed made safe for an address. */
    static String path(String path, String... namesAndValues) {
        StringBuilder address = new StringBuilder(path);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            if (!namesAndValues[index + 1].isEmpty()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(namesAndValues[index])
                        .append('=')
                        .append(encoded(namesAndValues[index + 1]));
            }
        }
        return address.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return send("GET", path, "", "");
    }

    JsonNode post(String path, JsonNode body) {
        return post(path, body, "");
    }

    /** @param ifMatch the ETag of what the caller has seen, or empty */
    JsonNode post(String path, JsonNode body, String ifMatch) {
        return send("POST", path, body.toString(), ifMatch);
    }

    /** The answer byte for byte, since it is signed. */
    String postForText(String path, JsonNode body) {
        return exchange("POST", path, body.toString(), "");
    }

    JsonNode put(String path, JsonNode body) {
        return put(path, body, "");
    }

    /** @param ifMatch the ETag of what the caller has seen, or empty */
    JsonNode put(String path, JsonNode body, String ifMatch) {
        return send("PUT", path, body.toString(), ifMatch);
    }

    JsonNode delete(String path) {
        return send("DELETE", path, "", "");
    }

    private JsonNode send(String method, String path, String body, String ifMatch) {
        return parsed(200, exchange(method, path, body, ifMatch));
    }

    /** The older client of the JDK: the newer one costs 0.3 s of processor time at its start, and a command is short. */
    private String exchange(String method, String path, String body, String ifMatch) {
        NoAnswer noAnswer = new NoAnswer(url, ANSWER);
        HttpURLConnection connection = opened(method, path, noAnswer);
        if (!ifMatch.isEmpty()) {
            connection.setRequestProperty("If-Match", ifMatch);
        }
        try {
            connection.connect();
        } catch (IOException unreached) {
            throw noAnswer.unreached(unreached);
        }
        try {
            if (!body.isEmpty()) {
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            return answer(connection);
        } catch (IOException lost) {
            throw noAnswer.lost(lost);
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection opened(String method, String path, NoAnswer noAnswer) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) ANSWER.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Authorization", authorization);
            if (!method.equals("GET") && !method.equals("DELETE")) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
            }
            return connection;
        } catch (IOException unusable) {
            throw noAnswer.unreached(unusable);
        }
    }

    private String answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String answer = text(connection, status);
        if (status / 100 != 2) {
            throw Refusal.byTheServiceApp(sentence(status, parsed(status, answer)));
        }
        return answer;
    }

    private static String text(HttpURLConnection connection, int status) throws IOException {
        try (InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode parsed(int status, String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JsonProcessingException foreign) {
            throw Refusal.beforeItBegan("what answers at " + url + " is no service app of Tailback (HTTP " + status
                    + "). Give its address with --url.");
        }
    }

    private static String sentence(int status, JsonNode problem) {
        String code = problem.path("code").asText("");
        String detail = problem.path("detail").asText("The service app answered " + status + ".");
        return code.isEmpty() ? detail : detail + " (" + code + ")";
    }
}
