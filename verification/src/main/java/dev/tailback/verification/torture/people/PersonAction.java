package dev.tailback.verification.torture.people;

import java.util.Random;

/** Something a person does. */
interface PersonAction {
    String NOTHING_TO_DO = "with nothing to do";

    /** @return how it ended, for the tally */
    String act(Random random);
}
