package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Service staff correct, move and cancel ads that they have looked at. */
public final class ChangeAds {
    private static final int MOST_UNITS = 5;
    private static final int ANOTHER_CONTRACT_ONE_TIME_IN = 5;

    private final Desk desk;
    private final Market market;
    private final Promises promises;
    private final Ending ending;
    private final Differences differences;

    ChangeAds(Desk desk, Market market, Promises promises, Ending ending, Differences differences) {
        this.desk = desk;
        this.market = market;
        this.promises = promises;
        this.ending = ending;
        this.differences = differences;
    }

    String correct(Random random) {
        return change(random, booked -> booked.with(anyOf(booked, random), 1 + random.nextInt(MOST_UNITS)));
    }

    /** To another product of the contract, and one time in five to another contract. */
    String move(Random random) {
        return change(random, booked -> {
            String product = anyOf(booked, random);
            int units = booked.units().getOrDefault(product, 0);
            SoldContract contract = random.nextInt(ANOTHER_CONTRACT_ONE_TIME_IN) == 0
                    ? market.anyContract(random)
                    : market.contract(booked.contractId());
            Booking rest = contract.id().equals(booked.contractId())
                    ? booked.without(product)
                    : new Booking(booked.title(), contract.id(), Map.of());
            return rest.with(contract.anyProduct(random), units);
        });
    }

    private static String anyOf(Booking booked, Random random) {
        List<String> products = List.copyOf(booked.units().keySet());
        return products.get(random.nextInt(products.size()));
    }

    private String change(Random random, UnaryOperator<Booking> change) {
        Optional<Answer> seen = anyAd(random);
        if (!Ending.isDone(seen) || Booking.of(seen.get().body()).units().isEmpty()) {
            return PersonAction.NOTHING_TO_DO;
        }
        return put(seen.get(), change.apply(Booking.of(seen.get().body())));
    }

    /** @param seen the ad as it was looked at; who comes in between is not overwritten */
    public String put(Answer seen, Booking booking) {
        Optional<Answer> answer = desk.send("PUT", path(seen), Map.of("If-Match", seen.etag()), booking.json());
        if (Ending.isDone(answer)) {
            promises.acknowledged(answer.get());
            requireAsAsked(seen.body(), answer.get().body(), booking);
        }
        return ending.of("PUT /api/ads/{id}", answer);
    }

    /**
     * A change moves the ad's version on by one; unless another person moved it on too, the answer shows what was asked
     * for.
     */
    private void requireAsAsked(JsonNode before, JsonNode after, Booking asked) {
        boolean onlyOurs = !asked.equals(Booking.of(before))
                && after.path("version").asLong() == before.path("version").asLong() + 1;
        Map<String, Integer> units = asked.units();
        Map<String, Integer> shown = Booking.of(after).units();
        if (onlyOurs && !shown.equals(units)) {
            differences.add(
                    Harm.PROMISE_BROKEN,
                    "Ad " + after.path("id").asText() + " was corrected to " + units + " and the answer shows " + shown
                            + ".");
        }
    }

    String cancel(Random random) {
        Optional<Answer> seen = anyAd(random);
        if (!Ending.isDone(seen) || seen.get().body().path("cancelled").asBoolean()) {
            return PersonAction.NOTHING_TO_DO;
        }
        Optional<Answer> answer = desk.send(
                "DELETE", path(seen.get()), Map.of("If-Match", seen.get().etag()), Http.NOTHING);
        answer.filter(whole -> whole.status() == 200).ifPresent(promises::acknowledged);
        return ending.of("DELETE /api/ads/{id}", answer);
    }

    private static String path(Answer seen) {
        return "/api/ads/" + seen.body().path("id").asText();
    }

    private Optional<Answer> anyAd(Random random) {
        Optional<Answer> seen = promises.anyAd(random).flatMap(ad -> desk.get("/api/ads/" + ad));
        seen.ifPresent(whole -> ending.of("GET /api/ads/{id}", seen));
        return seen;
    }
}
