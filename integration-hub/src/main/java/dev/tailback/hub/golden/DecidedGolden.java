package dev.tailback.hub.golden;

import dev.tailback.hub.intents.Agreed;
import dev.tailback.hub.survivorship.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rules said about a golden record.
 *
 * @param decided by attribute
 * @param last decision of each attribute until now
 */
record DecidedGolden(Golden golden, Known known, Map<String, Decision> decided, Map<String, DecisionRow> last) {

    List<NewDecision> news() {
        return decided.entrySet().stream()
                .flatMap(one -> NewDecision.of(
                        golden.id(),
                        one.getValue(),
                        Optional.ofNullable(last.get(one.getKey())),
                        Optional.ofNullable(known.stood().get(one.getKey())))
                        .stream())
                .toList();
    }

    Stream<NewQuestion> questions() {
        return decided.values().stream()
                .filter(Questions::isAsked)
                .map(one -> new NewQuestion(
                        golden.id(), one.attribute(), one.ruling().version()));
    }

    /** From now on. @param news of this golden record */
    Agreed agreed(List<NewDecision> news) {
        Map<String, String> values = new TreeMap<>();
        last.values().stream().filter(row -> !row.isOpen()).forEach(row -> values.put(row.attribute(), row.value()));
        news.forEach(one -> one.value()
                .ifPresentOrElse(
                        value -> values.put(one.decision().attribute(), value),
                        () -> values.remove(one.decision().attribute())));
        return new Agreed(golden.id(), golden.entity(), values);
    }
}
