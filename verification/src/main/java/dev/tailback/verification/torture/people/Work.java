package dev.tailback.verification.torture.people;

import java.util.List;

/** One thing that people do, and how often of a hundred. */
record Work(String name, int ofHundred, PersonAction act) {

    static List<Work> of(PlaceAds place, ChangeAds change, DecisionsOfPeople others) {
        return List.of(
                new Work("cancel", 6, change::cancel),
                new Work("correct", 32, change::correct),
                new Work("create", 34, place::anywhere),
                new Work("fulfil", 5, others::fulfil),
                new Work("move", 11, change::move),
                new Work("reopen", 6, others::reopen),
                new Work("retry", 3, others::retry),
                new Work("revert", 3, others::revert));
    }
}
