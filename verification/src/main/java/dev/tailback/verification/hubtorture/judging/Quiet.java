package dev.tailback.verification.hubtorture.judging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.hubstory.HubDesk;
import dev.tailback.verification.hubtorture.wire.CallBook;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether writing stops after the last edit: in minutes, since a hub that died may have had a record in its hands for three. */
public record Quiet(HubDesk operator, ReadEvidence crms, CallBook book, PrintStream out) {
    private static final Duration LIMIT = Duration.ofMinutes(12);
    private static final Duration LISTENS = Duration.ofSeconds(12);
    private static final int QUIET_LOOKS = 3;

    /** Waits for it, then listens. */
    public void judge(HubFindings findings) {
        long begun = System.nanoTime();
        if (!Await.until(this::isQuiet, LIMIT)) {
            findings.add(
                    HubHarm.NOT_QUIET,
                    "After " + LIMIT.toMinutes() + " min without an edit the hub still says "
                            + operator.ask("/api/hub/state").orElse(Http.NOTHING) + ", refused: "
                            + operator.ask("/api/hub/refused").orElse(Http.NOTHING));
            return;
        }
        out.printf("Quiet %.1f s after everything was healed.%n", (System.nanoTime() - begun) / 1e9);
        listen(findings);
    }

    /** Several looks, so that nothing hides between two steps of the hub's; what was refused is tried again, as people do. */
    private boolean isQuiet() {
        for (int look = 0; look < QUIET_LOOKS; look++) {
            if (!operator.isQuiet()) {
                retryRefused();
                return false;
            }
            Await.millis(500);
        }
        return true;
    }

    private void retryRefused() {
        for (JsonNode cause : operator.ask("/api/hub/refused").orElse(Http.NOTHING)) {
            operator.act(
                    "POST",
                    "/api/hub/refused/retry",
                    Http.JSON
                            .createObjectNode()
                            .put("crm", cause.path("crm").asText())
                            .put("code", cause.path("code").asText())
                            .put("note", "The CRM is whole again."));
        }
    }

    private void listen(HubFindings findings) {
        int writes = book.writes().size();
        Map<String, String> before = crms.stamps();
        Await.millis(LISTENS.toMillis());
        List<String> moved = crms.stamps().entrySet().stream()
                .filter(record -> !record.getValue().equals(before.get(record.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        if (!moved.isEmpty() || book.writes().size() != writes) {
            findings.add(
                    HubHarm.NOT_QUIET,
                    "Nobody edited anything for " + LISTENS.toSeconds() + " s, and these records were written: "
                            + moved);
        }
    }
}
