package dev.tailback.verification.story;

import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the story says will happen, and fails the story with a sentence if it does not happen. */
public final class Expect {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Expect() {}

    public static void that(String condition, BooleanSupplier isMet) {
        if (!Await.until(isMet, LIMIT)) {
            throw new StoryFailed("After " + LIMIT.toSeconds() + " s it is still not so that " + condition);
        }
    }

    /** The ad once Salesforce holds every entry of it. */
    static Ad reported(StaffDesk staff, Ad ad) {
        that("the ad " + ad.title() + " is reported", () -> staff.show(ad.id()).isReported());
        return staff.show(ad.id());
    }
}
