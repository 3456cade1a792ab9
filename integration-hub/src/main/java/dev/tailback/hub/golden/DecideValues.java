package dev.tailback.hub.golden;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.survivorship.Decision;
import dev.tailback.hub.survivorship.RulesInForce;
import dev.tailback.hub.survivorship.Survivorship;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets the rules decide over the facts of one golden record, in the caller's transaction. The rules are asked for
 * once, and all attributes are decided by the same version.
 */
@Singleton
class DecideValues {

    private final ReadKnown read;
    private final Decisions decisions;
    private final Questions questions;
    private final Entities entities;
    private final RulesInForce inForce;

    DecideValues(ReadKnown read, Decisions decisions, Questions questions, Entities entities, RulesInForce inForce) {
        this.read = read;
        this.decisions = decisions;
        this.questions = questions;
        this.entities = entities;
        this.inForce = inForce;
    }

    /** @return the agreed values by attribute; empty text where it is agreed to be empty */
    Map<String, String> decide(Golden golden) {
        Entity entity = entities.entity(golden.entity())
                .orElseThrow(() -> new IllegalStateException("no entity " + golden.entity() + " is declared any more"));
        Survivorship rules = inForce.now();
        Known known = read.of(entity, List.of(golden), rules).get(0);
        Map<String, Decision> decided = rules.decide(known.facts());
        keep(golden, known, decided);
        questions.ask(golden.id(), decided.values());
        return decisions.agreed(golden.id());
    }

    private void keep(Golden golden, Known known, Map<String, Decision> decided) {
        Map<String, DecisionRow> last = decisions.latest(golden.id()).stream()
                .collect(Collectors.toMap(DecisionRow::attribute, Function.identity()));
        decided.forEach((attribute, decision) -> decisions.keep(
                golden.id(),
                decision,
                Optional.ofNullable(last.get(attribute)),
                Optional.ofNullable(known.stood().get(attribute))));
    }
}
