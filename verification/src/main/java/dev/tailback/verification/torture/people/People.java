package dev.tailback.verification.torture.people;

import dev.tailback.verification.fleet.Org;
import dev.tailback.verification.torture.findings.Differences;

/** Everyone who works during a run: staff place and change ads, finance and admins decide. */
public final class People {
    private final Differences differences;
    private final Tally tally;
    private final PlaceAds place;
    private final ChangeAds change;
    private final DecisionsOfPeople decisions;

    private People(
            Differences differences, Tally tally, PlaceAds place, ChangeAds change, DecisionsOfPeople decisions) {
        this.differences = differences;
        this.tally = tally;
        this.place = place;
        this.change = change;
        this.decisions = decisions;
    }

    /** @param finance and admin sign in to Salesforce; staff work at the desk */
    public static People at(Desk desk, Market market, Org finance, Org admin, Notes notes) {
        Ending ending = new Ending(notes.differences());
        Promises promises = notes.promises();
        return new People(
                notes.differences(),
                notes.tally(),
                new PlaceAds(desk, market, promises, ending),
                new ChangeAds(desk, market, promises, ending, notes.differences()),
                new DecisionsOfPeople(desk, market, finance, admin, promises, ending));
    }

    /** @param seed decides which action comes when */
    public Crowd crowd(long seed) {
        return new Crowd(Work.of(place, change, decisions), tally, differences, seed);
    }

    public PlaceAds place() {
        return place;
    }

    public ChangeAds change() {
        return change;
    }
}
