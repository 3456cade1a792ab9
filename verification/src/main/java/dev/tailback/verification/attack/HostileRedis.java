package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.attack.Parts.Part;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Redis is full, cannot save, holds what none of our programs wrote, or has lost one of its keys. Booking goes on, and
 * all of it arrives in the end.
 */
final class HostileRedis implements Part {
    private static final Duration HEALED = Duration.ofMinutes(3);
    private static final long LASTS_MS = 2_500;
    private static final String GARBAGE = "\u0000\u00ff{]" + Hostile.MARK + "\r\n" + Hostile.FORGED;

    private final Scene scene;
    private final RedisTongue redis;
    private final Http http = new Http();

    HostileRedis(Scene scene) {
        this.scene = scene;
        this.redis = new RedisTongue(scene.target().redis().port());
    }

    @Override
    public void strike() {
        attack(
                "full",
                () -> redis.say("CONFIG", "SET", "maxmemory", "1"),
                () -> redis.say("CONFIG", "SET", "maxmemory", "0"));
        attack("unable to save", this::breakSaving, this::mendSaving);
        attack("holding garbage", this::addGarbage, () -> {});
        attack("telling another mapping", this::forgeMapping, () -> {});
        attack("without keys it had", this::deleteWhileWorkWaits, () -> {});
    }

    private void attack(String how, Runnable harm, Runnable mend) {
        List<String> ads = new ArrayList<>();
        try {
            harm.run();
            for (int number = 0; number < 3; number++) {
                book(how, ads);
            }
            if (scene.staff()
                    .get("/api/sync")
                    .filter(answer -> answer.status() == 200)
                    .isEmpty()) {
                add(how, "GET /api/sync is not answered");
            }
            Await.millis(LASTS_MS);
        } finally {
            mend.run();
        }
        heals(how, ads);
    }

    private void book(String how, List<String> ads) {
        scene.staff()
                .book("Booked while Redis is " + how)
                .filter(answer -> answer.status() == 201)
                .ifPresentOrElse(
                        answer -> ads.add(answer.body().path("id").asText()), () -> add(how, "an ad was not saved"));
    }

    private void heals(String how, List<String> ads) {
        long begun = System.nanoTime();
        if (!Await.until(() -> ads.stream().allMatch(scene.staff()::isReported), HEALED)) {
            ads.stream()
                    .filter(id -> !scene.staff().isReported(id))
                    .forEach(id -> add(
                            how,
                            "an entry is not reported: "
                                    + scene.staff()
                                            .entry(id)
                                            .map(JsonNode::toString)
                                            .orElse(id)));
        }
        scene.say("redis: %s: healed after %.1f s".formatted(how, (System.nanoTime() - begun) / 1e9));
    }

    private void add(String how, String sentence) {
        scene.findings().add("redis: harm", "Redis " + how + ": " + sentence + ".");
    }

    /** A directory stands where the file is to be. */
    private void breakSaving() {
        try {
            Files.createDirectories(dump());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + dump(), e);
        }
        redis.say("CONFIG", "SET", "save", "3600 1");
        redis.say("BGSAVE");
        Await.until(
                () -> redis.say("INFO", "persistence").get(0).contains("rdb_last_bgsave_status:err"),
                Duration.ofSeconds(20));
    }

    private void mendSaving() {
        redis.say("CONFIG", "SET", "save", "");
        try {
            Files.deleteIfExists(dump());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + dump(), e);
        }
    }

    private Path dump() {
        return scene.target().redis().directory().resolve("dump.rdb");
    }

    /** Among what is there, in whichever form it has. */
    private void addGarbage() {
        keepWorkWaiting();
        for (String key : redis.say("KEYS", "*")) {
            switch (redis.say("TYPE", key).get(0)) {
                case "stream" -> redis.say("XADD", key, "*", GARBAGE, GARBAGE);
                case "hash" -> redis.say("HSET", key, GARBAGE, GARBAGE);
                case "zset" -> redis.say("ZADD", key, "1", GARBAGE);
                case "set" -> redis.say("SADD", key, GARBAGE);
                case "list" -> redis.say("RPUSH", key, GARBAGE);
                default -> scene.say("redis: " + key + " stays as it is");
            }
        }
        letWorkGo();
    }

    /** Workers must not send by it, and must go on when the service app has told its own again. */
    private void forgeMapping() {
        for (String key : redis.say("KEYS", "*:mapping")) {
            redis.say("HSET", key, "version", "999", "text", GARBAGE);
        }
    }

    /** One key, then work again, then another key. */
    private void deleteWhileWorkWaits() {
        List<String> ads = new ArrayList<>();
        keepWorkWaiting();
        for (String key : redis.say("KEYS", "*")) {
            book("without keys it had", ads);
            redis.say("DEL", key);
        }
        letWorkGo();
        heals("without keys it had", ads);
    }

    private void keepWorkWaiting() {
        order("PUT", "[{\"kind\":\"down\"}]");
        List<String> ads = new ArrayList<>();
        book("waiting", ads);
        Await.until(() -> redis.say("KEYS", "*").size() > 2, Duration.ofSeconds(10));
    }

    private void letWorkGo() {
        order("DELETE", "");
    }

    private void order(String method, String body) {
        http.send(HttpRequest.newBuilder(scene.target().org().resolve("/local-org/faults"))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
    }
}
