package dev.tailback.hub.stewards;

import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.matching.Fit;
import dev.tailback.hub.matching.Verdict;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The pairs that wait for a steward. */
@Singleton
public class Candidates {

    private final StewardRows rows;

    Candidates(StewardRows rows) {
        this.rows = rows;
    }

    /** In the caller's transaction. What is asked already is not asked twice. */
    public void ask(KnownRecord record, UUID golden, Fit fit) {
        rows.ask(record.id(), golden, ground(fit), TextMap.json(evidence(fit)));
    }

    /** The same, where no comparison is the reason. */
    public void ask(KnownRecord record, UUID golden, String ground) {
        rows.ask(record.id(), golden, ground, TextMap.json(Map.of()));
    }

    /** The longest waiting first. */
    public List<Candidate> open(int limit) {
        return rows.open(limit);
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
}
