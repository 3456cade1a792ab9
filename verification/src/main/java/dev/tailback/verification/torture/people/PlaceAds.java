package dev.tailback.verification.torture.people;

import dev.tailback.verification.fleet.Http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Service staff create ads, each with a key, so that a creation whose answer was lost can be repeated. */
public final class PlaceAds {
    private static final int MOST_UNITS = 5;

    private final Desk desk;
    private final Market market;
    private final Promises promises;
    private final Ending ending;
    private final AtomicInteger number = new AtomicInteger();

    PlaceAds(Desk desk, Market market, Promises promises, Ending ending) {
        this.desk = desk;
        this.market = market;
        this.promises = promises;
        this.ending = ending;
    }

    String anywhere(Random random) {
        return on(market.anyContract(random), random);
    }

    /** One or two products of the contract. */
    public String on(SoldContract contract, Random random) {
        Map<String, Integer> units = new LinkedHashMap<>();
        int products = 1 + random.nextInt(2);
        while (units.size() < products) {
            units.put(contract.anyProduct(random), 1 + random.nextInt(MOST_UNITS));
        }
        Booking booking = new Booking("Tormented ad " + number.incrementAndGet(), contract.id(), units);
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        return place(new Promises.Unclear(key, booking.title(), booking.json()));
    }

    /** The same key and content as before, so that it is created once however often it is asked for. */
    public String place(Promises.Unclear creation) {
        Optional<Answer> answer =
                desk.send("POST", "/api/ads", Map.of("Idempotency-Key", creation.key()), creation.body());
        if (Ending.isDone(answer)) {
            promises.acknowledged(answer.get());
        } else if (answer.isEmpty() || answer.get().status() == 503) {
            promises.unclear(creation);
        } else {
            promises.refused(creation.title());
        }
        return ending.of("POST /api/ads", answer);
    }
}
