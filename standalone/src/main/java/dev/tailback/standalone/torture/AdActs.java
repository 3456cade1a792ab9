package dev.tailback.standalone.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.standalone.torture.Http.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What service staff do with ads: create, correct, move, cancel. */
final class AdActs {
    private static final int MOST_UNITS = 5;

    private final Desk desk;
    private final Market market;
    private final Promises promises;
    private final Ending ending;
    private final Differences differences;
    private final AtomicInteger number = new AtomicInteger();

    AdActs(Desk desk, Market market, Promises promises, Ending ending, Differences differences) {
        this.desk = desk;
        this.market = market;
        this.promises = promises;
        this.ending = ending;
        this.differences = differences;
    }

    String place(Random random) {
        SoldContract contract =
                market.contracts().get(random.nextInt(market.contracts().size()));
        Map<String, Integer> units = new LinkedHashMap<>();
        int products = 1 + random.nextInt(2);
        while (units.size() < products) {
            units.put(anyProduct(contract, random), 1 + random.nextInt(MOST_UNITS));
        }
        return place(contract, units, new UUID(random.nextLong(), random.nextLong()).toString());
    }

    /** With a key, so that a creation whose answer was lost can be repeated. */
    String place(SoldContract contract, Map<String, Integer> units, String key) {
        String title = "Tormented ad " + number.incrementAndGet();
        JsonNode body = body(title, contract.id(), units);
        return place(new Promises.Unclear(key, title, body));
    }

    String place(Promises.Unclear creation) {
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

    String correct(Random random) {
        return change(random, (contract, units) -> {
            List<String> booked = new ArrayList<>(units.keySet());
            units.put(booked.get(random.nextInt(booked.size())), 1 + random.nextInt(MOST_UNITS));
            return contract;
        });
    }

    /** To another product of the contract, and one time in five to another contract. */
    String move(Random random) {
        return change(random, (contractId, units) -> {
            List<String> booked = new ArrayList<>(units.keySet());
            int moved = units.remove(booked.get(random.nextInt(booked.size())));
            SoldContract contract = random.nextInt(5) == 0
                    ? market.contracts().get(random.nextInt(market.contracts().size()))
                    : sold(contractId);
            if (!contract.id().equals(contractId)) {
                units.clear();
            }
            units.put(anyProduct(contract, random), moved);
            return contract.id();
        });
    }

    /** Makes of what an ad has what it is to have; answers the contract it is to be on. */
    private interface Change {
        String of(String contractId, Map<String, Integer> units);
    }

    private String change(Random random, Change change) {
        Optional<Answer> seen = anyAd(random);
        if (!Ending.isDone(seen)) {
            return Act.NOTHING_TO_DO;
        }
        JsonNode ad = seen.get().body();
        Map<String, Integer> units = live(ad);
        if (units.isEmpty()) {
            return Act.NOTHING_TO_DO;
        }
        String contract = change.of(ad.path("contractId").asText(), units);
        return put(ad, seen.get().etag(), contract, units);
    }

    private String put(JsonNode ad, String etag, String contract, Map<String, Integer> units) {
        String path = "/api/ads/" + ad.path("id").asText();
        Optional<Answer> answer = desk.send(
                "PUT", path, Map.of("If-Match", etag), body(ad.path("title").asText(), contract, units));
        if (Ending.isDone(answer)) {
            promises.acknowledged(answer.get());
            requireAsAsked(ad, answer.get().body(), units);
        }
        return ending.of("PUT /api/ads/{id}", answer);
    }

    /** Unless somebody else changed it in between, the answer shows what was asked for. */
    private void requireAsAsked(JsonNode before, JsonNode after, Map<String, Integer> units) {
        boolean onlyOurs =
                after.path("version").asLong() <= before.path("version").asLong() + 1;
        if (onlyOurs && !live(after).equals(units)) {
            differences.add("Ad " + after.path("id").asText() + " was corrected to " + units + " and the answer shows "
                    + live(after) + ".");
        }
    }

    String cancel(Random random) {
        Optional<Answer> seen = anyAd(random);
        if (!Ending.isDone(seen) || seen.get().body().path("cancelled").asBoolean()) {
            return Act.NOTHING_TO_DO;
        }
        String path = "/api/ads/" + seen.get().body().path("id").asText();
        Optional<Answer> answer =
                desk.send("DELETE", path, Map.of("If-Match", seen.get().etag()), Http.NOTHING);
        answer.filter(whole -> whole.status() == 200).ifPresent(promises::acknowledged);
        return ending.of("DELETE /api/ads/{id}", answer);
    }

    private Optional<Answer> anyAd(Random random) {
        Optional<Answer> seen = promises.anyAd(random).flatMap(ad -> desk.get("/api/ads/" + ad));
        seen.ifPresent(whole -> ending.of("GET /api/ads/{id}", seen));
        return seen;
    }

    private SoldContract sold(String contractId) {
        return market.contracts().stream()
                .filter(contract -> contract.id().equals(contractId))
                .findFirst()
                .orElse(market.lighthouse());
    }

    private static String anyProduct(SoldContract contract, Random random) {
        return contract.products().get(random.nextInt(contract.products().size()));
    }

    private static Map<String, Integer> live(JsonNode ad) {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (JsonNode entry : ad.path("entries")) {
            if (!entry.path("cancelled").asBoolean()) {
                units.put(
                        entry.path("contractProductId").asText(),
                        entry.path("units").asInt());
            }
        }
        return units;
    }

    private static ObjectNode body(String title, String contractId, Map<String, Integer> units) {
        ObjectNode body = Http.JSON.createObjectNode().put("title", title).put("contractId", contractId);
        ArrayNode products = body.putArray("products");
        units.forEach((product, count) ->
                products.addObject().put("contractProductId", product).put("units", count));
        return body;
    }
}
