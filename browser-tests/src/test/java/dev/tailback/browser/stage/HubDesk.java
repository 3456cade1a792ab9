package dev.tailback.browser.stage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an operator asks the hub's API, so that a test clicks only what it is about. */
public final class HubDesk {
    private static final String OPERATOR = "Basic "
            + Base64.getEncoder().encodeToString(("operator:" + Stage.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final Http http = new Http();
    private final URI hub;

    HubDesk(URI hub) {
        this.hub = hub;
    }

    /** Nothing is on its way; pairs may wait for a steward. */
    public boolean isQuiet() {
        return ask("/api/hub/state")
                .filter(state -> List.of("unabsorbed", "unmatched", "due", "open").stream()
                        .allMatch(name -> state.path(name).asInt(-1) == 0))
                .isPresent();
    }

    /** The id of the golden record of this kind that these words find. */
    public String finds(String entity, String words) {
        return stream(read("/api/hub/records?search=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .filter(found -> found.path("entity").asText().equals(entity))
                .map(found -> found.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The hub finds no " + entity + " by " + words));
    }

    /** What is agreed of an attribute. */
    public String agreed(String golden, String attribute) {
        return stream(read("/api/hub/records/" + golden).path("golden").path("values"))
                .filter(value -> value.path("attribute").asText().equals(attribute))
                .map(value -> value.path("value").asText())
                .findFirst()
                .orElse("");
    }

    /** The id of the record that stands for it in a CRM. */
    public String recordIn(String crm, String golden) {
        return stream(read("/api/hub/records/" + golden).path("sources"))
                .filter(source -> source.path("crm").asText().equals(crm))
                .map(source -> source.path("recordId").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(crm + " has no record of " + golden));
    }

    public int refused() {
        return read("/api/hub/state").path("refused").asInt();
    }

    private JsonNode read(String path) {
        return ask(path).orElseThrow(() -> new IllegalStateException("The hub did not answer GET " + path));
    }

    private Optional<JsonNode> ask(String path) {
        return http.send("GET", hub.resolve(path), Map.of("Authorization", OPERATOR), Http.NOTHING)
                .filter(answer -> answer.status() == 200)
                .map(Http.Answer::body);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
