package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import dev.tailback.verification.torture.people.Desk;
import dev.tailback.verification.torture.people.Promises;
import dev.tailback.verification.torture.people.Promises.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every acknowledged write is in the ledger, none is there twice, and nothing that was refused is there. */
final class KeptPromises {
    private final Desk desk;
    private final Promises promises;
    private final Differences differences;

    KeptPromises(Desk desk, Promises promises, Differences differences) {
        this.desk = desk;
        this.promises = promises;
        this.differences = differences;
    }

    void check(List<JsonNode> ads) {
        requireOnce(ads);
        promises.lines().forEach(this::requireKept);
    }

    private void requireOnce(List<JsonNode> ads) {
        Map<String, Long> titles = ads.stream()
                .map(ad -> ad.path("title").asText())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        titles.forEach((title, count) -> {
            if (count > 1) {
                differences.add(Harm.PROMISE_BROKEN, "The ad '" + title + "' was created " + count + " times.");
            }
        });
        Set<String> refused = promises.refusedTitles();
        titles.keySet().stream()
                .filter(refused::contains)
                .forEach(title -> differences.add(
                        Harm.PROMISE_BROKEN, "The ad '" + title + "' was refused, and is in the ledger."));
        Set<String> ids = ads.stream().map(ad -> ad.path("id").asText()).collect(Collectors.toSet());
        promises.titles().forEach((id, title) -> {
            if (!ids.contains(id)) {
                differences.add(
                        Harm.PROMISE_BROKEN,
                        "The ad '" + title + "' (" + id + ") was acknowledged, and is not in the ledger.");
            }
        });
    }

    /** The history is append-only: what was acknowledged once is in it for ever. */
    private void requireKept(String ad, Set<Line> acknowledged) {
        Set<Line> found = new HashSet<>();
        for (JsonNode entry : desk.require("/api/ads/" + ad).path("entries")) {
            String id = entry.path("id").asText();
            entry.path("history").forEach(line -> found.add(Line.of(line, id)));
        }
        for (Line line : acknowledged) {
            if (!found.contains(line)) {
                differences.add(
                        Harm.PROMISE_BROKEN,
                        "Ad " + ad + ": " + line + " was acknowledged, and its history does not hold it.");
            }
        }
    }
}
