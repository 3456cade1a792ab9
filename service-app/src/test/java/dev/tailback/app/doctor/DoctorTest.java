package dev.tailback.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Org;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything is looked at, side by side, and nothing takes the rest along. */
class DoctorTest {

    @Test
    void everything_is_looked_at_and_a_worker_that_is_missing_is_what_is_broken() {
        try (Org org = Org.start();
                dev.tailback.app.testing.Line line = dev.tailback.app.testing.Line.to(org.address())) {
            Answer first = line.as("operator").get("/api/org/doctor");
            assertEquals(200, first.status(), first::toString);
            assertFalse(first.body().path("sound").asBoolean(true));
            assertEquals(
                    "broken", about(first, "Workers", "seen").path("verdict").asText());

            line.queue().operations().report(report(WorkerState.IDLE));
            Answer second = line.as("admin").get("/api/org/doctor");
            assertEquals("held", about(second, "Workers", "w1").path("verdict").asText());
            for (String area : List.of("PostgreSQL", "Redis", "Salesforce", "Mapping", "Service app")) {
                assertTrue(
                        second.body().path("lines").findValuesAsText("area").contains(area),
                        second.body()::toPrettyString);
            }
            assertEquals(
                    "held", about(second, "Salesforce", "login").path("verdict").asText());
            assertEquals(
                    "held",
                    about(second, "Mapping", "Product_Usage__c").path("verdict").asText());
            assertEquals(
                    "loss",
                    about(second, "Service app", "public address")
                            .path("verdict")
                            .asText());
            assertTrue(about(second, "PostgreSQL", "version")
                    .path("sentence")
                    .asText()
                    .contains("answers"));

            line.queue().operations().report(report(WorkerState.OUTAGE));
            Answer third = line.as("operator").get("/api/org/doctor");
            assertEquals("broken", about(third, "Workers", "w1").path("verdict").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "off, on, on, fsync",
        "on, off, on, synchronous_commit",
        "on, on, off, full_page_writes",
    })
    void a_setting_of_postgresql_that_can_lose_what_was_saved_is_broken(
            String fsync, String commit, String pages, String about) {
        List<Line> broken = PostgresCheck.judged(new PostgresFacts("16.4", fsync, commit, pages, false, false)).stream()
                .filter(line -> line.verdict().equals("broken"))
                .toList();

        assertEquals(List.of(about), broken.stream().map(Line::about).toList());
    }

    @ParameterizedTest
    @CsvSource({"true, true, loss", "false, true, loss", "false, false, held"})
    void a_user_of_postgresql_that_may_do_more_than_it_must_is_told(boolean superuser, boolean owner, String verdict) {
        List<Line> lines = PostgresCheck.judged(new PostgresFacts("16.4", "on", "on", "on", superuser, owner));

        assertEquals(verdict, lines.get(lines.size() - 1).verdict());
        assertTrue(lines.stream().limit(4).allMatch(line -> line.verdict().equals("held")), lines::toString);
    }

    @Test
    void a_redis_that_forgets_deletes_is_full_or_away_is_told() throws IOException {
        EmbeddedRedis redis = TestServices.ownRedis();
        try (redis;
                EntryQueue queue = EntryQueue.connect(
                        new QueueConfiguration(UsageRecord.QUEUE, redis.uri(), 1, Duration.ofSeconds(20)))) {
            RedisCheck check = new RedisCheck(queue);
            RedisWire.ask(redis.uri(), "CONFIG SET appendonly yes");
            assertTrue(check.look().stream().allMatch(line -> line.verdict().equals("held")), check.look()::toString);

            RedisWire.ask(redis.uri(), "CONFIG SET appendonly no");
            assertEquals("loss", verdict(check, "persistence"));
            RedisWire.ask(redis.uri(), "CONFIG SET maxmemory-policy allkeys-lru");
            assertEquals("loss", verdict(check, "maxmemory-policy"));
            RedisWire.ask(redis.uri(), "CONFIG SET maxmemory-policy noeviction");
            RedisWire.ask(redis.uri(), "CONFIG SET maxmemory 1mb");
            assertEquals("broken", verdict(check, "taking"));
        }
        try (EntryQueue nowhere = EntryQueue.connect(
                new QueueConfiguration(UsageRecord.QUEUE, "redis://127.0.0.1:1", 1, Duration.ofSeconds(1)))) {
            assertEquals("broken", verdict(new RedisCheck(nowhere), "reachable"));
            assertEquals("unknown", verdict(new WorkersCheck(nowhere), "seen"));
        }
    }

    @Test
    void a_check_that_hangs_or_fails_is_a_line_and_the_others_are_made() {
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        Check hanging = check("Hanging", () -> {
            end.await();
            return List.of();
        });
        Check failing = check("Failing", () -> {
            throw new IllegalStateException("secret=hunter2");
        });
        Check sound = check("Sound", () -> List.of(Line.held("Sound", "thing", "It is so.")));
        try {
            DoctorView view = new Examination(List.of(hanging, failing, sound), threads, Clock.systemUTC())
                    .within(Duration.ofMillis(500));

            assertEquals(
                    List.of("Hanging unknown", "Failing unknown", "Sound held"),
                    view.lines().stream()
                            .map(line -> line.area() + " " + line.verdict())
                            .toList());
            assertFalse(view.sound());
            assertFalse(view.toString().contains("hunter2"), view::toString);
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    private static Check check(String area, Callable<List<Line>> look) {
        return new Check() {
            @Override
            public String area() {
                return area;
            }

            @Override
            public List<Line> look() {
                try {
                    return look.call();
                } catch (RuntimeException failure) {
                    throw failure;
                } catch (Exception stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        };
    }

    private static String verdict(Check check, String about) {
        return check.look().stream()
                .filter(line -> line.about().equals(about))
                .map(Line::verdict)
                .findFirst()
                .orElse("not there");
    }

    private static JsonNode about(Answer answer, String area, String about) {
        for (JsonNode line : answer.body().path("lines")) {
            if (line.path("area").asText().equals(area)
                    && line.path("about").asText().equals(about)) {
                return line;
            }
        }
        throw new AssertionError(answer.body().toPrettyString());
    }

    private static WorkerReport report(WorkerState state) {
        return new WorkerReport(
                "w1",
                state,
                Optional.of("UNREACHABLE").filter(code -> state == WorkerState.OUTAGE),
                Optional.of("Salesforce is away.").filter(reason -> state == WorkerState.OUTAGE),
                Instant.now(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                Optional.empty(),
                Instant.now());
    }
}
