package dev.tailback.hub.survivorship;

import java.util.Comparator;
import java.util.List;

/** Criteria, the most important first. The last one knows no ties, so the order of the contenders has no say. */
record Contest(List<Criterion> criteria) {

    static final Contest LATEST_CHANGE =
            new Contest(List.of(Criterion.LATEST, Criterion.LATEST_BEGIN, Criterion.TRUST, Criterion.NAME));
    static final Contest FIRST_SET = new Contest(List.of(Criterion.FIRST, Criterion.TRUST, Criterion.NAME));
    static final Contest SOURCE_PRIORITY = after(Criterion.TRUST);
    static final Contest MOST_COMPLETE = after(Criterion.COMPLETE);
    static final Contest LONGEST = after(Criterion.LONG);

    private static Contest after(Criterion first) {
        return new Contest(List.of(first, Criterion.TRUST, Criterion.LATEST, Criterion.LATEST_BEGIN, Criterion.NAME));
    }

    /** @param contenders one or more */
    Contender winner(List<Contender> contenders) {
        Comparator<Contender> order = criteria.stream()
                .map(Criterion::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return contenders.stream().max(order).orElseThrow();
    }

    Reason whyLost(Contender loser, Contender winner) {
        for (Criterion criterion : criteria) {
            if (criterion.order().compare(loser, winner) != 0) {
                return new Reason(criterion.code(), criterion.why().apply(loser, winner));
            }
        }
        throw new IllegalArgumentException(
                loser.fact().source() + " is there twice for " + loser.fact().attribute());
    }
}
