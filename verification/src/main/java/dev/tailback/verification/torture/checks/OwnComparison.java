package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import dev.tailback.verification.torture.people.Desk;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The service app compares the two ledgers too, as {@code ./tailback ops reconcile} does; it must come to the same
 * result as the run.
 */
final class OwnComparison {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Desk operator;
    private final Differences differences;

    OwnComparison(Desk operator, Differences differences) {
        this.operator = operator;
        this.differences = differences;
    }

    void check(int entries) {
        int found = differences.of(Harm.UNEQUAL);
        JsonNode run = run();
        boolean isWhole =
                run.path("state").asText().equals("done") && run.path("entries").asInt() == entries;
        if (!isWhole || run.path("differences").asInt() > 0 != found > 0) {
            differences.add(
                    Harm.UNEQUAL,
                    "The run found " + found + " differences in " + entries
                            + " entries, the service app's own comparison " + run + ".");
        }
    }

    private JsonNode run() {
        JsonNode run = begun();
        if (isRunning(run)) {
            String path = "/api/sync/reconcile/" + run.path("id").asText();
            Await.until(() -> !isRunning(operator.require(path)), LIMIT);
            return operator.require(path);
        }
        return run;
    }

    /** One at a time: the one before may be that of a service app that was killed, which is given up after 5 min. */
    private JsonNode begun() {
        AtomicReference<JsonNode> answer = new AtomicReference<>(Http.NOTHING);
        Await.until(
                () -> {
                    answer.set(ask().map(Answer::body).orElse(Http.NOTHING));
                    return !Objects.requireNonNull(answer.get())
                            .path("code")
                            .asText()
                            .equals("reconcile_running");
                },
                LIMIT);
        return Objects.requireNonNull(answer.get());
    }

    private Optional<Answer> ask() {
        JsonNode body = Http.JSON.createObjectNode().put("reason", "end of the run");
        return operator.send("POST", "/api/sync/reconcile", Map.of(), body);
    }

    private static boolean isRunning(JsonNode run) {
        return run.path("state").asText().equals("running");
    }
}
