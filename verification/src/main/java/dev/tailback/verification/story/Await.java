package dev.tailback.verification.story;

import dev.tailback.verification.fleet.Pause;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits for something to become so, and says what it waited for when it does not. */
final class Await {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Await() {}

    static void until(String what, Supplier<Boolean> isSo) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!isSo.get()) {
            if (System.nanoTime() > deadline) {
                throw new StoryFailed("After " + LIMIT.toSeconds() + " s it is still not so that " + what);
            }
            Pause.briefly();
        }
    }

    /** The ad once Salesforce holds every entry of it. */
    static Ad reported(StaffDesk staff, Ad ad) {
        until("the ad " + ad.title() + " is reported", () -> staff.show(ad.id()).isReported());
        return staff.show(ad.id());
    }
}
