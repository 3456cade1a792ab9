package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Items;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.survivorship.Decision.Asked;
import dev.tailback.hub.survivorship.Decision.Decided;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What each rule decides over one or more contenders. */
record Verdicts(Bench bench, Ruling ruling, Expressions expressions) implements Rule.Cases<Decision> {

    private static final Reason SAME = new Reason("same_value", "It says the same.");

    @Override
    public Decision latestChange() {
        return contest(bench, Contest.LATEST_CHANGE);
    }

    @Override
    public Decision sourcePriority(List<String> crms) {
        return contest(crms.isEmpty() ? bench : bench.trusting(crms), Contest.SOURCE_PRIORITY);
    }

    @Override
    public Decision mostComplete() {
        return contest(bench, Contest.MOST_COMPLETE);
    }

    @Override
    public Decision longest() {
        return contest(bench, Contest.LONGEST);
    }

    @Override
    public Decision firstSet() {
        return contest(bench, Contest.FIRST_SET);
    }

    @Override
    public Decision union() {
        List<String> items = bench.filled().stream()
                .flatMap(one -> one.fact().held().text().stream())
                .flatMap(text -> Items.of(text).stream())
                .toList();
        Set<Source> winners =
                bench.filled().stream().map(one -> one.fact().source()).collect(Collectors.toSet());
        Reason reason =
                new Reason("taken_together", "The values of " + winners.size() + " records were taken together.");
        return new Decided(
                bench.attribute(),
                Held.value(Items.text(items)),
                winners,
                ruling,
                bench.judged(one -> new Candidate(one.fact(), true, reason)),
                reason);
    }

    @Override
    public Decision neverOverwrite() {
        return bench.standing().text().map(this::kept).orElseGet(this::firstSet);
    }

    private Decision kept(String value) {
        Reason reason = new Reason("never_overwritten", "There is a value, and it is never overwritten.");
        return new Decided(
                bench.attribute(),
                Held.value(value),
                Set.of(),
                ruling,
                bench.judged(one -> new Candidate(one.fact(), false, says(one, value) ? SAME : reason)),
                reason);
    }

    @Override
    public Decision askSteward() {
        long different = bench.contenders().stream()
                .map(one -> one.fact().held())
                .distinct()
                .count();
        if (different == 1) {
            return contest(bench, Contest.SOURCE_PRIORITY);
        }
        return asked(
                new Reason("steward_asked", "There are " + different + " different values, and a steward decides."));
    }

    @Override
    public Decision expression(String text) {
        return expressions.answer(text, bench).fold(this::made, this::asked);
    }

    private Decision made(String value) {
        Reason reason = new Reason("expression", "The expression decided.");
        List<Contender> same =
                bench.contenders().stream().filter(one -> says(one, value)).toList();
        if (!same.isEmpty()) {
            return decided(bench, Contest.LATEST_CHANGE.winner(same), one -> reason, reason);
        }
        return new Decided(
                bench.attribute(),
                Held.value(value),
                Set.of(),
                ruling,
                bench.judged(one -> new Candidate(one.fact(), false, reason)),
                new Reason("made_by_expression", "The expression made a value that no record has."));
    }

    private static boolean says(Contender one, String value) {
        return one.fact().held().text().filter(value::equals).isPresent();
    }

    private Decision asked(Reason reason) {
        return new Asked(
                bench.attribute(),
                bench.standing(),
                ruling,
                bench.judged(one -> new Candidate(one.fact(), false, reason)),
                reason);
    }

    private Decision contest(Bench heard, Contest contest) {
        Contender winner = contest.winner(heard.contenders());
        Reason reason = heard.contenders().size() == 1
                ? new Reason("only_one", "It is the only one with a value.")
                : new Reason("won", ruling.text());
        return decided(heard, winner, loser -> contest.whyLost(loser, winner), reason);
    }

    private Decision decided(
            Bench heard, Contender winner, java.util.function.Function<Contender, Reason> whyLost, Reason reason) {
        return new Decided(
                heard.attribute(),
                winner.fact().held(),
                Set.of(winner.fact().source()),
                ruling,
                heard.judged(one -> judged(one, winner, whyLost, reason)),
                reason);
    }

    private static Candidate judged(
            Contender one, Contender winner, java.util.function.Function<Contender, Reason> whyLost, Reason reason) {
        if (one.equals(winner)) {
            return new Candidate(one.fact(), true, reason);
        }
        boolean saysTheSame = one.fact().held().equals(winner.fact().held());
        return new Candidate(one.fact(), false, saysTheSame ? SAME : whyLost.apply(one));
    }
}
