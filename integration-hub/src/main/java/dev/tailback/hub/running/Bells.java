package dev.tailback.hub.running;

import dev.tailback.web.loops.WakeUp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes the loop that comes next on the way of a value, so that nothing waits for the next round. */
@Singleton
class Bells {

    final WakeUp meet = new WakeUp();
    final WakeUp consider = new WakeUp();
    final WakeUp readAgain = new WakeUp();
    final WakeUp reach = new WakeUp();
    private final List<WakeUp> writers = new CopyOnWriteArrayList<>();

    /** Of one loop that writes. */
    WakeUp writer() {
        WakeUp bell = new WakeUp();
        writers.add(bell);
        return bell;
    }

    void observed() {
        meet.now();
        consider.now();
    }

    void decided() {
        writers.forEach(WakeUp::now);
        readAgain.now();
    }
}
