package dev.tailback.hub.golden;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.intents.Agreed;
import dev.tailback.hub.survivorship.RulesInForce;
import dev.tailback.hub.survivorship.Survivorship;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets the rules decide over the facts of a group of golden records, in the caller's transaction. The rules are asked
 * for once, and everything is decided by the same version.
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

    List<Agreed> decide(List<Golden> goldens) {
        List<DecidedGolden> decided = decided(goldens, inForce.now());
        List<NewDecision> news = new ArrayList<>();
        List<Agreed> agreed = new ArrayList<>();
        decided.forEach(one -> {
            List<NewDecision> own = one.news();
            news.addAll(own);
            agreed.add(one.agreed(own));
        });
        decisions.keep(news);
        questions.ask(
                ids(goldens), decided.stream().flatMap(DecidedGolden::questions).toList());
        return agreed;
    }

    private List<DecidedGolden> decided(List<Golden> goldens, Survivorship rules) {
        Map<UUID, Map<String, DecisionRow>> last = decisions.latest(ids(goldens));
        List<DecidedGolden> decided = new ArrayList<>();
        byEntity(goldens).forEach((entity, some) -> {
            List<Known> known = read.of(declared(entity), some, rules);
            for (int one = 0; one < some.size(); one++) {
                Golden golden = some.get(one);
                decided.add(new DecidedGolden(
                        golden,
                        known.get(one),
                        rules.decide(known.get(one).facts()),
                        last.getOrDefault(golden.id(), Map.of())));
            }
        });
        return decided;
    }

    private static Map<String, List<Golden>> byEntity(List<Golden> goldens) {
        return goldens.stream().collect(Collectors.groupingBy(Golden::entity, TreeMap::new, Collectors.toList()));
    }

    private Entity declared(String name) {
        return entities.entity(name)
                .orElseThrow(() -> new IllegalStateException("no entity " + name + " is declared any more"));
    }

    private static List<UUID> ids(List<Golden> goldens) {
        return goldens.stream().map(Golden::id).toList();
    }
}
