package dev.tailback.hub.survivorship;

import java.util.Comparator;
import java.util.function.BiFunction;

/**
 * One way to compare contenders.
 *
 * @param order the better one is the greater one
 * @param why what a loser is told, given itself and the winner
 */
record Criterion(String code, Comparator<Contender> order, BiFunction<Contender, Contender, String> why) {

    static final Criterion LATEST = new Criterion(
            "older",
            Comparator.comparing((Contender one) -> one.fact().times().to()),
            (loser, winner) -> mayOverlap(loser, winner)
                    ? "It may have changed at the same time; it was certainly there at "
                            + loser.fact().times().to() + ", the other at "
                            + winner.fact().times().to() + "."
                    : "It changed before: at " + loser.fact().times().to() + " at the latest.");

    static final Criterion LATEST_BEGIN = new Criterion(
            "perhaps_older",
            Comparator.comparing((Contender one) -> one.fact().times().from()),
            (loser, winner) -> "It was seen at the same time, and may be older.");

    static final Criterion FIRST = new Criterion(
            "newer",
            Comparator.comparing((Contender one) -> one.fact().times().to()).reversed(),
            (loser, winner) -> "It came later: at " + loser.fact().times().to() + ".");

    static final Criterion TRUST = new Criterion(
            "less_trusted",
            Comparator.comparingInt(Contender::rank).reversed(),
            (loser, winner) -> loser.fact().source().crm() + " is less trusted than "
                    + winner.fact().source().crm() + ".");

    static final Criterion COMPLETE = new Criterion(
            "less_complete",
            Comparator.comparingLong(Contender::filled),
            (loser, winner) ->
                    "Its record has " + loser.filled() + " filled attributes, the other " + winner.filled() + ".");

    static final Criterion LONG = new Criterion(
            "shorter",
            Comparator.comparingInt(Contender::length),
            (loser, winner) -> "It has " + loser.length() + " letters, the other " + winner.length() + ".");

    /** The last resort, so that the same facts always have the same winner. */
    static final Criterion NAME = new Criterion(
            "later_in_the_alphabet",
            Comparator.comparing((Contender one) -> one.fact().source()).reversed(),
            (loser, winner) -> "All else is equal; the first in the order of names and ids wins.");

    private static boolean mayOverlap(Contender loser, Contender winner) {
        return loser.fact().times().to().isAfter(winner.fact().times().from());
    }
}
