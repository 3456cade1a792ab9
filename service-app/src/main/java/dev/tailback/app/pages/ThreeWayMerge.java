package dev.tailback.app.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Two people changed an ad that both had seen as it was. A field that one of them left alone gets what the other made of
 * it; a field that both changed, each in another way, is a clash, which a person decides.
 *
 * @param merged holds mine where the two clash, except for a booking that moved
 */
record ThreeWayMerge(AdContent merged, List<Clash> clashes) {

    /**
     * A field that both changed; empty texts stand for nothing.
     *
     * @param field {@link AdContent#CONTRACT} stands for the contract with all its units, and cannot be chosen
     */
    record Clash(String field, String was, String theirs, String mine) {

        boolean canBeChosen() {
            return !field.equals(AdContent.CONTRACT);
        }
    }

    static ThreeWayMerge of(AdContent was, AdContent theirs, AdContent mine) {
        boolean moved = !was.at(AdContent.CONTRACT).equals(theirs.at(AdContent.CONTRACT));
        List<Clash> clashes = new ArrayList<>();
        AdContent merged = mine;
        for (String field : AdContent.fields(was, theirs, mine)) {
            if (moved && AdContent.isBooking(field)) {
                continue;
            }
            if (mine.at(field).equals(was.at(field))) {
                merged = merged.with(field, theirs.at(field));
            } else if (!theirs.at(field).equals(was.at(field))
                    && !theirs.at(field).equals(mine.at(field))) {
                clashes.add(new Clash(field, was.at(field), theirs.at(field), mine.at(field)));
            }
        }
        return moved ? bookedElsewhere(merged, clashes, was, theirs, mine) : new ThreeWayMerge(merged, clashes);
    }

    /**
     * Units belong to the products of one contract: a booking that moved is taken as a whole, and mine for the contract
     * it left is told and given up.
     */
    private static ThreeWayMerge bookedElsewhere(
            AdContent merged, List<Clash> clashes, AdContent was, AdContent theirs, AdContent mine) {
        if (!mine.booksAs(was)) {
            clashes.add(new Clash(
                    AdContent.CONTRACT,
                    was.at(AdContent.CONTRACT),
                    theirs.at(AdContent.CONTRACT),
                    mine.at(AdContent.CONTRACT)));
        }
        return new ThreeWayMerge(merged.bookedAs(theirs), clashes);
    }
}
