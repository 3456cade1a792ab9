package dev.tailback.hub.running;

import dev.tailback.hub.golden.ConsiderGolden;
import dev.tailback.hub.golden.SwitchReach;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.web.loops.Step;
import dev.tailback.web.loops.WakeUp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The loops that speak to no CRM alone, and what all loops share. */
@Singleton
class LoopSupplies {

    private final Bells bells;
    private final MeetRecord meet;
    private final ConsiderGolden consider;
    private final SwitchReach reach;
    private final ReadAgainRound readAgain;

    LoopSupplies(Bells bells, MeetRecord meet, ConsiderGolden consider, SwitchReach reach, ReadAgainRound readAgain) {
        this.bells = bells;
        this.reach = reach;
        this.meet = meet;
        this.consider = consider;
        this.readAgain = readAgain;
    }

    /** A loop with a name. */
    record Own(String name, Step step, Runnable wake) {}

    List<Own> own() {
        return List.of(
                own("meet", meet::next, bells.meet, bells.consider::now),
                own("consider", consider::next, bells.consider, bells::decided),
                own("reach", reach::next, bells.reach, bells.consider::now),
                new Own("read-again", this::readAgain, bells.readAgain::now));
    }

    /** While there is something it goes on; then it rests until somebody rings. */
    private static Own own(String name, BooleanSupplier next, WakeUp bell, Runnable then) {
        return new Own(name, () -> goOn(next, bell, then), bell::now);
    }

    private static void goOn(BooleanSupplier next, WakeUp bell, Runnable then) throws InterruptedException {
        if (next.getAsBoolean()) {
            then.run();
        } else {
            bell.await(Pauses.SWEEP);
        }
    }

    /** A CRM that is away leaves the question open, so it rests after each round. */
    private void readAgain() throws InterruptedException {
        if (readAgain.run()) {
            bells.consider.now();
        }
        bells.readAgain.await(Pauses.SWEEP);
    }

    Bells bells() {
        return bells;
    }
}
