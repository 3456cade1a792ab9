package dev.tailback.hub.golden;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.survivorship.GoldenFacts;
import dev.tailback.hub.survivorship.RulesInForce;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Lets the rules decide over the facts of one golden record, in the caller's transaction. */
@Singleton
class DecideValues {

    private final Facts facts;
    private final Decisions decisions;
    private final Entities entities;
    private final RulesInForce rules;

    DecideValues(Facts facts, Decisions decisions, Entities entities, RulesInForce rules) {
        this.facts = facts;
        this.decisions = decisions;
        this.entities = entities;
        this.rules = rules;
    }

    /** @return the agreed values by attribute; empty text where it is agreed to be empty */
    Map<String, String> decide(Golden golden) {
        Entity entity = entities.entity(golden.entity())
                .orElseThrow(() -> new IllegalStateException("no entity " + golden.entity() + " is declared any more"));
        Map<String, String> agreed = decisions.agreed(golden.id());
        GoldenFacts all = new GoldenFacts(
                golden.id().toString(),
                entity,
                facts.of(golden.id()),
                golden.anew() ? Map.of() : Decisions.standing(agreed));
        rules.now()
                .decide(all)
                .forEach((attribute, decision) ->
                        decisions.keep(golden.id(), decision, Optional.ofNullable(agreed.get(attribute))));
        return decisions.agreed(golden.id());
    }
}
