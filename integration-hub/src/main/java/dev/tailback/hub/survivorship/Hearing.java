package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Held;
import dev.tailback.hub.survivorship.Decision.Decided;
import dev.tailback.hub.survivorship.Decision.Unfilled;
import java.util.List;
import java.util.Set;

/** One decision: a lock first, then a steward's choice, then whether there is a value at all, then the rule. */
final class Hearing implements Standing.Cases<Decision> {

    static final String LOCKED = "locked";
    static final String CHOSEN = "chosen";

    private final RuleLine line;
    private final Ruling ruling;
    private final Bench bench;
    private final Expressions expressions;

    Hearing(Rules rules, Expressions expressions, GoldenFacts facts, String attribute) {
        String entity = facts.entity().name();
        this.line = rules.lineOf(entity, attribute);
        this.ruling = rules.rulingOf(entity, attribute);
        this.expressions = expressions;
        this.bench = Bench.of(facts, attribute, rules.sources(), line.emptiedWins());
    }

    Decision decide() {
        return bench.standing().fold(this);
    }

    @Override
    public Decision none() {
        return bench.contenders().isEmpty() ? unfilled() : byRule();
    }

    @Override
    public Decision agreed(String value) {
        if (bench.contenders().isEmpty()) {
            Reason reason =
                    new Reason("kept", "No record has a value any more; empty does not beat a value by itself.");
            return new Decided(
                    bench.attribute(), Held.value(value), Set.of(), ruling, bench.allLost(bench::whyEmpty), reason);
        }
        return byRule();
    }

    @Override
    public Decision chosen(Standing.Chosen chosen) {
        boolean isNews = bench.contenders().stream()
                .map(Contender::fact)
                .anyMatch(fact ->
                        fact.times().from().isAfter(chosen.at()) && !fact.held().equals(chosen.held()));
        if (isNews) {
            return bench.contenders().isEmpty() ? unfilled() : byRule();
        }
        return bySteward(
                chosen.held(), new Reason(CHOSEN, "The steward " + chosen.by() + " chose it at " + chosen.at() + "."));
    }

    @Override
    public Decision locked(Standing.Locked locked) {
        return bySteward(
                locked.held(), new Reason(LOCKED, "The steward " + locked.by() + " locked it at " + locked.at() + "."));
    }

    private Decision bySteward(Held held, Reason reason) {
        List<Candidate> all = bench.facts().stream()
                .map(fact -> fact.held().equals(held)
                        ? new Candidate(fact, false, new Reason("same_value", "It says the same."))
                        : new Candidate(fact, false, reason))
                .toList();
        return new Decided(bench.attribute(), held, Set.of(), ruling, all, reason);
    }

    private Decision unfilled() {
        return new Unfilled(
                bench.attribute(),
                ruling,
                bench.allLost(bench::whyEmpty),
                new Reason("no_value", "No record has a value."));
    }

    private Decision byRule() {
        return line.rule().fold(new Verdicts(bench, ruling, expressions));
    }
}
