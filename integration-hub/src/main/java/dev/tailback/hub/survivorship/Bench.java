package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What is heard for one decision.
 *
 * @param facts about the attribute, in the order of their sources
 * @param contenders the facts that may win: those with a value, and those a person emptied where the rule lets that win
 */
record Bench(GoldenFacts golden, String attribute, List<Fact> facts, List<Contender> contenders, List<String> sources) {

    static Bench of(GoldenFacts golden, String attribute, List<String> sources, boolean emptiedWins) {
        List<Fact> facts = golden.of(attribute).stream()
                .sorted(Comparator.comparing(Fact::source))
                .toList();
        List<Contender> contenders = facts.stream()
                .filter(fact -> fact.held().fold(value -> true, () -> emptiedWins, () -> false))
                .map(fact -> new Contender(fact, rank(fact, sources), golden.filledBy(fact.source())))
                .toList();
        return new Bench(golden, attribute, facts, contenders, sources);
    }

    /** The same with another order of trust. */
    Bench trusting(List<String> crms) {
        List<Contender> ranked = contenders.stream()
                .map(one -> new Contender(one.fact(), rank(one.fact(), crms), one.filled()))
                .toList();
        return new Bench(golden, attribute, facts, ranked, crms);
    }

    private static int rank(Fact fact, List<String> crms) {
        int place = crms.indexOf(fact.source().crm());
        return place < 0 ? crms.size() : place;
    }

    Standing standing() {
        return golden.standingOf(attribute);
    }

    List<Contender> filled() {
        return contenders.stream()
                .filter(one -> one.fact().held().text().isPresent())
                .toList();
    }

    /** Every fact with why it lost or won; the judge speaks about contenders, empty facts speak for themselves. */
    List<Candidate> judged(Function<Contender, Candidate> judge) {
        return facts.stream()
                .map(fact -> contenders.stream()
                        .filter(one -> one.fact().equals(fact))
                        .findFirst()
                        .map(judge)
                        .orElseGet(() -> new Candidate(fact, false, whyEmpty(fact))))
                .toList();
    }

    List<Candidate> allLost(Function<Fact, Reason> why) {
        return facts.stream()
                .map(fact -> new Candidate(fact, false, why.apply(fact)))
                .toList();
    }

    Reason whyEmpty(Fact fact) {
        return fact.held()
                .fold(
                        value -> new Reason("not_heard", "It has a value that this rule does not look at."),
                        () -> new Reason("emptied", "A person emptied it, and this rule does not let that win."),
                        () -> new Reason("never_filled", "It was never filled."));
    }
}
