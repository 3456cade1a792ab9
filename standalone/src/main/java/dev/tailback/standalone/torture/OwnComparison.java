package dev.tailback.standalone.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.standalone.torture.Http.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The service app compares the two ledgers too, as {@code ./tailback ops reconcile} does; it must come to the same result as the run. */
final class OwnComparison {
    private static final Duration LIMIT = Duration.ofMinutes(2);

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
        Optional<Answer> begun = operator.send(
                "POST",
                "/api/sync/reconcile",
                Map.of(),
                Http.JSON.createObjectNode().put("why", "end of the run"));
        JsonNode run = begun.map(Answer::body).orElse(Http.NOTHING);
        String path = "/api/sync/reconcile/" + run.path("id").asText();
        if (isRunning(run)) {
            Wait.until(() -> !isRunning(operator.require(path)), LIMIT);
            return operator.require(path);
        }
        return run;
    }

    private static boolean isRunning(JsonNode run) {
        return run.path("state").asText().equals("running");
    }
}
