package dev.tailback.hub.golden;

import dev.tailback.hub.survivorship.Candidate;
import dev.tailback.hub.survivorship.Decision;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was decided, in the caller's transaction. A decision that changes nothing is not written down again. */
@Singleton
public class Decisions {

    private final DecisionRows rows;

    Decisions(DecisionRows rows) {
        this.rows = rows;
    }

    /** The agreed value of each attribute that was ever decided; empty text where it is agreed to be empty. */
    public Map<String, String> agreed(UUID golden) {
        return rows.latest(golden).stream()
                .filter(row -> !row.isOpen())
                .collect(Collectors.toMap(DecisionRow::attribute, DecisionRow::value, (a, b) -> a, TreeMap::new));
    }

    /** The decision that holds, of each attribute. */
    public List<DecisionRow> latest(UUID golden) {
        return rows.latest(golden);
    }

    /** The newest first. */
    public List<DecisionRow> history(UUID golden, String attribute, int limit) {
        return history(golden, attribute, Long.MAX_VALUE, limit);
    }

    /** The newest first. @param before only those that were decided before this one */
    public List<DecisionRow> history(UUID golden, String attribute, long before, int limit) {
        return rows.history(golden, attribute, before, limit);
    }

    /**
     * @param before what was agreed until now
     * @param stood the agreed value that stands for these rules; another one than before where rules were put back
     * @return whether the value is another one than before
     */
    boolean keep(UUID golden, Decision decision, Optional<String> before, Optional<String> stood) {
        Optional<String> value = decision.fold(
                decided -> Optional.of(decided.held().text().orElse("")),
                asked -> stood,
                unfilled -> before.map(was -> ""));
        boolean isNew = !value.equals(before);
        if (isNew) {
            append(golden, decision, value);
        }
        return isNew;
    }

    /** @param value empty when nothing is agreed any more */
    private void append(UUID golden, Decision decision, Optional<String> value) {
        rows.append(
                golden,
                decision.attribute(),
                value.orElse(""),
                decision.ruling().text(),
                decision.ruling().version(),
                CandidatesJson.of(decision),
                isConflict(decision),
                decision.isStewards(),
                value.isEmpty());
    }

    private static boolean isConflict(Decision decision) {
        return decision.candidates().stream()
                        .map(Candidate::fact)
                        .flatMap(fact -> fact.held().text().stream())
                        .distinct()
                        .count()
                > 1;
    }
}
