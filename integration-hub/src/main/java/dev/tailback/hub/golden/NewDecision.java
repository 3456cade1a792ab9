package dev.tailback.hub.golden;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.survivorship.Candidate;
import dev.tailback.hub.survivorship.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision that is to be written down. One that changes nothing is not, unless a person's value lost in it that no
 * decision has named: nobody's value is replaced without a decision that says so.
 *
 * @param value empty when nothing is agreed any more
 */
record NewDecision(UUID golden, Decision decision, Optional<String> value) {

    /**
     * @param last decision about the attribute
     * @param stood the agreed value that stands for these rules; another one than before where rules were put back
     * @return empty when there is nothing to write down
     */
    static Optional<NewDecision> of(
            UUID golden, Decision decision, Optional<DecisionRow> last, Optional<String> stood) {
        Optional<String> before = last.filter(row -> !row.isOpen()).map(DecisionRow::value);
        Optional<String> value = decision.fold(
                decided -> Optional.of(decided.held().text().orElse("")),
                asked -> stood,
                unfilled -> before.map(was -> ""));
        boolean isUntold =
                before.isPresent() && last.filter(row -> !names(row, decision)).isPresent();
        return !value.equals(before) || isUntold
                ? Optional.of(new NewDecision(golden, decision, value))
                : Optional.empty();
    }

    /** Whether a decision that was kept names every value that loses in this one. */
    private static boolean names(DecisionRow kept, Decision decision) {
        List<List<String>> losers = losers(decision, kept.value()).toList();
        return losers.isEmpty() || named(kept).containsAll(losers);
    }

    private static Set<List<String>> named(DecisionRow kept) {
        return kept.keptCandidates().stream()
                .map(one -> List.of(one.crm(), one.record(), one.value()))
                .collect(Collectors.toSet());
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

    void write(ObjectNode row) {
        row.put("golden_id", golden.toString())
                .put("attribute", decision.attribute())
                .put("value", value.orElse(""))
                .put("rule", decision.ruling().text())
                .put("rules_version", decision.ruling().version())
                .put("candidates", CandidatesJson.of(decision))
                .put("is_conflict", isConflict())
                .put("by_steward", decision.isStewards())
                .put("is_open", value.isEmpty());
    }

    private boolean isConflict() {
        return decision.candidates().stream()
                        .map(Candidate::fact)
                        .flatMap(fact -> fact.held().text().stream())
                        .distinct()
                        .count()
                > 1;
    }
}
