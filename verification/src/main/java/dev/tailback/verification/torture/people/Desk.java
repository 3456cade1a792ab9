package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The service apps' HTTP API, one call to this app and the next to another, as a load balancer would. */
public final class Desk {
    private final Http http = new Http();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<URI> apps;
    private final String authorization;

    /** @param account of the demo */
    public Desk(List<URI> apps, String account) {
        this.apps = apps;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((account + ":tailback").getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when no whole answer came. */
    public Optional<Answer> get(String path) {
        return send("GET", path, Map.of(), Http.NOTHING);
    }

    public Optional<Answer> send(String method, String path, Map<String, String> extra, JsonNode body) {
        Map<String, String> headers = new HashMap<>(extra);
        headers.put("Authorization", authorization);
        URI app = apps.get(Math.floorMod(turn.getAndIncrement(), apps.size()));
        return http.send(method, app.resolve(path), headers, body);
    }

    /** Every element of a list that comes in pages. Only while everything is up. */
    public List<JsonNode> all(String path, String list) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = require(path + (path.contains("?") ? "&" : "?") + "page=" + number++);
            page.path(list).forEach(all::add);
        } while (page.path("more").asBoolean());
        return all;
    }

    /** Only while everything is up. */
    public JsonNode require(String path) {
        Optional<Answer> answer = get(path);
        if (answer.isEmpty() || answer.get().status() != 200) {
            throw new IllegalStateException("The service app did not answer GET " + path + ": "
                    + answer.map(Record::toString).orElse("no answer"));
        }
        return answer.get().body();
    }
}
