package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An ad on a contract of its own that shows when everything works again: from saving it to Salesforce holding it. */
public final class Lighthouse {
    /** Far beyond what recovery takes on any machine; how long it took is measured, not judged. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private final Desk desk;
    private final SoldContract contract;
    private final Runnable meanwhile;

    /** @param meanwhile what an orchestrator does while one waits */
    public Lighthouse(Desk desk, SoldContract contract, Runnable meanwhile) {
        this.desk = desk;
        this.contract = contract;
        this.meanwhile = meanwhile;
    }

    /** The time until a new entry was reported; empty if none was within the limit. */
    public Optional<Duration> shines() {
        long begun = System.nanoTime();
        String key = UUID.randomUUID().toString();
        boolean reported = Await.until(() -> isReported(key), LIMIT);
        return reported ? Optional.of(Duration.ofNanos(System.nanoTime() - begun)) : Optional.empty();
    }

    /** The same key gives the same ad again. */
    private boolean isReported(String key) {
        meanwhile.run();
        var body =
                Http.JSON.createObjectNode().put("title", "Lighthouse " + key).put("contractId", contract.id());
        body.putArray("products")
                .addObject()
                .put("contractProductId", contract.products().get(0))
                .put("units", 1);
        return desk.send("POST", "/api/ads", Map.of("Idempotency-Key", key), body)
                .filter(answer -> answer.status() == 201)
                .flatMap(answer ->
                        desk.get("/api/ads/" + answer.body().path("id").asText()))
                .map(Answer::body)
                .map(ad -> ad.path("entries").path(0))
                .map(Lighthouse::isReported)
                .orElse(false);
    }

    private static boolean isReported(JsonNode entry) {
        return entry.path("state").asText().equals("Reported");
    }
}
