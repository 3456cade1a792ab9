package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.story.StoryFailed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one account does at the hub, over its API. */
public final class HubDesk {
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final Http http = new Http();
    private final URI hub;
    private final Map<String, String> credentials;

    public HubDesk(URI hub, String account) {
        this.hub = hub;
        byte[] basic = (account + ":tailback").getBytes(StandardCharsets.UTF_8);
        this.credentials =
                Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
    }

    /** Nothing is on its way: every number of the hub's state is 0 but that of the pairs for a steward. */
    public boolean isQuiet() {
        return ask("/api/hub/state").filter(HubDesk::isQuiet).isPresent();
    }

    private static boolean isQuiet(JsonNode state) {
        return List.of("unabsorbed", "unmatched", "due", "open", "refused").stream()
                .allMatch(
                        name -> state.path(name).isNumber() && state.path(name).asInt() == 0);
    }

    public JsonNode state() {
        return read("/api/hub/state");
    }

    JsonNode crm(CrmDesk desk) {
        for (JsonNode crm : read("/api/hub/crms")) {
            if (crm.path("crm").asText().equals(desk.crm().word())) {
                return crm;
            }
        }
        throw new StoryFailed("The hub knows no CRM " + desk.crm().word());
    }

    /** Golden records that a search finds, by their ids; of this part only. */
    public List<String> find(Part part, String words) {
        return list("/api/hub/records?search=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).stream()
                .filter(found -> found.path("entity").asText().equals(part.entity()))
                .map(found -> found.path("id").asText())
                .toList();
    }

    /** The decisions of one value, the newest first. */
    public JsonNode why(String golden, String attribute) {
        return read("/api/hub/records/" + golden + "/why/" + attribute);
    }

    public JsonNode record(String golden) {
        return read("/api/hub/records/" + golden);
    }

    public List<JsonNode> candidates() {
        return list("/api/hub/candidates");
    }

    public List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        read(path).forEach(all::add);
        return all;
    }

    public JsonNode read(String path) {
        Answer answer = http.send("GET", hub.resolve(path), credentials, Http.NOTHING)
                .orElseThrow(() -> new StoryFailed("The hub did not answer GET " + path));
        if (answer.status() != OK) {
            throw refused("GET", path, answer);
        }
        return answer.body();
    }

    /** For a hub that may be down. */
    public Optional<JsonNode> ask(String path) {
        return http.send("GET", hub.resolve(path), credentials, Http.NOTHING)
                .filter(answer -> answer.status() == OK)
                .map(Answer::body);
    }

    public JsonNode act(String method, String path, ObjectNode body) {
        Answer answer = http.send(method, hub.resolve(path), credentials, body)
                .orElseThrow(() -> new StoryFailed("The hub did not answer " + method + " " + path));
        if (answer.status() >= REDIRECT) {
            throw refused(method, path, answer);
        }
        return answer.body();
    }

    private static StoryFailed refused(String method, String path, Answer answer) {
        return new StoryFailed(method + " " + path + " was answered with " + answer.status() + ": " + answer.code()
                + " " + answer.detail());
    }
}
