package dev.tailback.hub.stewards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.matching.Fit;
import dev.tailback.hub.matching.Verdict;
import dev.tailback.hub.records.KnownRecord;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** That a steward must say whether a record stands for a golden record. @param evidence in words, by member */
public record NewCandidate(KnownRecord record, UUID golden, String ground, Map<String, String> evidence) {

    public NewCandidate {
        evidence = Map.copyOf(evidence);
    }

    public static NewCandidate of(KnownRecord record, UUID golden, Fit fit) {
        return new NewCandidate(record, golden, ground(fit), evidence(fit));
    }

    /** Where no comparison is the reason. */
    public static NewCandidate of(KnownRecord record, UUID golden, String ground) {
        return new NewCandidate(record, golden, ground, Map.of());
    }

    private static String ground(Fit fit) {
        return fit.stranger()
                .orElseGet(() -> fit.verdicts().values().stream()
                        .max(Comparator.comparingDouble(
                                verdict -> verdict.score().bits()))
                        .map(Verdict::ground)
                        .orElse(""));
    }

    private static Map<String, String> evidence(Fit fit) {
        Map<String, String> evidence = new TreeMap<>();
        fit.verdicts()
                .forEach((member, verdict) -> evidence.put(
                        member.toString(), String.join("; ", verdict.score().words())));
        return evidence;
    }

    void write(ObjectNode row) {
        row.put("source_id", record.id())
                .put("golden_id", golden.toString())
                .put("ground", ground)
                .put("evidence", TextMap.json(evidence));
    }
}
