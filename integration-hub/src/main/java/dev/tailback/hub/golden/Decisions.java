package dev.tailback.hub.golden;

import dev.tailback.hub.survivorship.Candidate;
import dev.tailback.hub.survivorship.Decision;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was decided, in the caller's transaction. A decision that changes nothing is not written down again, unless a
 * person's value lost in it that no decision has named: nobody's value is replaced without a decision that says so.
 */
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
     * @param last decision about the attribute
     * @param stood the agreed value that stands for these rules; another one than before where rules were put back
     */
    void keep(UUID golden, Decision decision, Optional<DecisionRow> last, Optional<String> stood) {
        Optional<String> before = last.filter(row -> !row.isOpen()).map(DecisionRow::value);
        Optional<String> value = decision.fold(
                decided -> Optional.of(decided.held().text().orElse("")),
                asked -> stood,
                unfilled -> before.map(was -> ""));
        boolean isUntold =
                before.isPresent() && last.filter(row -> !names(row, decision)).isPresent();
        if (!value.equals(before) || isUntold) {
            append(golden, decision, value);
        }
    }

    /** Whether a decision that was kept names every value that loses in this one. */
    private static boolean names(DecisionRow kept, Decision decision) {
        Set<List<String>> named = kept.keptCandidates().stream()
                .map(one -> List.of(one.crm(), one.record(), one.value()))
                .collect(Collectors.toSet());
        return losers(decision, kept.value()).allMatch(named::contains);
    }

    /** By CRM, record and value. */
    private static Stream<List<String>> losers(Decision decision, String value) {
        return decision.candidates().stream()
                .map(Candidate::fact)
                .map(fact -> List.of(
                        fact.source().crm(),
                        fact.source().record(),
                        fact.held().text().orElse("")))
                .filter(loser -> !loser.get(2).equals(value));
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
