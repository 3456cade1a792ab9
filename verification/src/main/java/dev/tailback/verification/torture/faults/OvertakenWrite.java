package dev.tailback.verification.torture.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.torture.people.Booking;
import dev.tailback.verification.torture.people.ChangeAds;
import dev.tailback.verification.torture.people.Desk;
import dev.tailback.verification.torture.people.SoldContract;
import dev.tailback.verification.torture.wire.LateWrites;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * After every storm, and whatever chance did in it: a correction is held back on its way, a newer one arrives before
 * it, and then it arrives too. Only Salesforce itself can refuse it.
 */
public final class OvertakenWrite {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int FIRST = 1;
    private static final int HELD_BACK = 2;
    private static final int NEWEST = 3;

    private final Desk desk;
    private final ChangeAds change;
    private final SoldContract contract;
    private final LateWrites late;

    public OvertakenWrite(Desk desk, ChangeAds change, SoldContract contract, LateWrites late) {
        this.desk = desk;
        this.change = change;
        this.contract = contract;
        this.late = late;
    }

    /** Everything is healed before; what is not as it should be in the end is the checks' business. */
    public void strike() {
        String path = "/api/ads/" + place();
        awaitReported(path, FIRST);
        CompletableFuture<Void> word = late.holdBack(contract.id());
        correct(path, HELD_BACK);
        Await.until(late::isHeldBack, LIMIT);
        correct(path, NEWEST);
        awaitReported(path, NEWEST);
        word.complete(null);
        Await.until(() -> !late.isStillToCome(), LIMIT);
    }

    private String place() {
        String key = UUID.randomUUID().toString();
        Booking booking = booking("Overtaken " + key, FIRST);
        return desk.send("POST", "/api/ads", Map.of("Idempotency-Key", key), booking.json())
                .map(Answer::body)
                .orElse(Http.NOTHING)
                .path("id")
                .asText();
    }

    private void correct(String path, int units) {
        Optional<Answer> seen = desk.get(path);
        seen.ifPresent(ad -> change.put(ad, booking(ad.body().path("title").asText(), units)));
    }

    private Booking booking(String title, int units) {
        return new Booking(title, contract.id(), Map.of(contract.products().get(0), units));
    }

    private void awaitReported(String path, int units) {
        Await.until(
                () -> desk.get(path)
                        .map(ad -> ad.body().path("entries").path(0))
                        .filter(entry -> isReported(entry, units))
                        .isPresent(),
                LIMIT);
    }

    private static boolean isReported(JsonNode entry, int units) {
        return entry.path("state").asText().equals("Reported")
                && entry.path("units").asInt() == units;
    }
}
