package dev.tailback.verification.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.verification.Verification;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements run, small, on the packaged programs: no figure is asserted. */
class BenchIT {
    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    @BeforeEach
    void listen() {
        System.setProperty(
                "tailback.home", Path.of("..").toAbsolutePath().normalize().toString());
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void repeat_what_was_said() {
        System.setOut(terminal);
        System.clearProperty("tailback.home");
        terminal.print(said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_queue_is_measured_beside_a_plain_stream() {
        assertEquals(0, run("queue", "--records", "2000", "--rounds", "1", "--workers", "2", "--peers", "none"));

        assertTrue(said().contains("| take + settle, records/s |"), said());
    }

    /** Whatever of them is not on this machine is named with what would help; npm would fetch the one left out here. */
    @Test
    void the_queue_is_measured_beside_what_people_use() {
        assertEquals(
                0,
                run(
                        "queue",
                        "--records",
                        "8000",
                        "--rounds",
                        "1",
                        "--workers",
                        "1",
                        "--peers",
                        "sidekiq,celery,rq",
                        "--peer-seconds",
                        "1"));

        assertTrue(said().contains("| usage queue | 1 |"), said());
        List.of("Sidekiq", "Celery", "RQ")
                .forEach(peer -> assertTrue(
                        said().contains("| " + peer + " | 1 |") || said().contains(peer + " is left out: "), said()));
    }

    /** Maven would fetch the one left out here. */
    @Test
    void a_drain_is_measured_beside_one_record_a_call() {
        assertEquals(0, run("drain", "--calls", "2", "--seconds", "1", "--contracts", "400", "--peers", "one-record"));

        assertTrue(said().contains("| 2 | Tailback |"), said());
        assertTrue(said().contains("| 2 | one record a call |"), said());
    }

    @Test
    void the_number_that_the_worker_finds_is_measured_beside_a_fixed_one() {
        assertEquals(
                0,
                run(
                        "concurrency",
                        "--calls",
                        "2",
                        "--latency-ms",
                        "100",
                        "--limits",
                        "0",
                        "--seconds",
                        "1",
                        "--contracts",
                        "400"));

        assertTrue(said().contains("| Salesforce | always 2 | 1-20 | beside the best fixed |"), said());
        assertTrue(said().contains("| 100 ms |"), said());
    }

    /** The one that needs every program, the ledger's tables, the seed of sales and people at the API. */
    @Test
    void calls_are_counted_in_the_whole_system() {
        assertEquals(
                0,
                run(
                        "calls",
                        "--entries",
                        "1000",
                        "--seconds",
                        "1",
                        "--contracts",
                        "5",
                        "--calls",
                        "4",
                        "--latency-ms",
                        "1"));

        assertTrue(said().contains("| backlog, 1,000 entries per contract | 1,000 |"), said());
        assertTrue(Files.notExists(data.resolve("postgres")), "what a measurement kept is deleted");
    }

    /** Two times three CRMs, and two more for the backlog. */
    @Test
    void the_hub_is_measured_beside_a_naive_two_way_sync() {
        assertEquals(
                0,
                run(
                        "hub",
                        "--customers",
                        "10",
                        "--edits",
                        "4",
                        "--contested",
                        "12",
                        "--outage-seconds",
                        "1",
                        "--poll-ms",
                        "200",
                        "--backlog",
                        "100"));

        List.of(
                        "| hub | 4 |",
                        "| naive two-way sync | 4 |",
                        "| hub | 12 |",
                        "| naive two-way sync | 12 |",
                        "| 100 changed records |")
                .forEach(row -> assertTrue(said().contains(row), said()));
    }

    /** Without the demo, which takes minutes. */
    @Test
    void starts_are_measured_with_archives_of_classes_and_without() {
        assertEquals(0, run("start", "--starts", "1", "--idle-seconds", "1", "--demos", "0", "--try", "-Xms32m"));

        List.of(
                        "| service-app | jars |",
                        "| service-app | archive |",
                        "| sync-worker | archive, -Xms32m |",
                        "| ops sync | archive |")
                .forEach(row -> assertTrue(said().contains(row), said()));
    }

    @Test
    void what_cannot_be_measured_is_refused_before_anything_starts() {
        assertEquals(2, run("calls", "--entries", "1001"));
        assertEquals(2, run("queue", "--records", "0"));
        assertEquals(2, run("start", "--starts", "0"));
        assertEquals(2, run("queue", "--workers", "1,17"));
        assertEquals(2, run("queue", "--peers", "kafka"));
        assertEquals(2, run("drain", "--peers", "mule"));
        assertEquals(2, run("concurrency", "--bounds", "20"));
        assertEquals(2, run("concurrency", "--limits", "4,0"));
        assertEquals(2, run("hub", "--customers", "101"));
        assertEquals(2, run("hub", "--poll-ms", "100"));
        assertEquals(2, run("hub", "--backlog", "99"));
        assertEquals(2, run("queue", "--redis", data.resolve("nothing").toString()));
        assertTrue(Files.notExists(data.resolve("processes")));
    }

    private int run(String measurement, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "bench";
        arguments[1] = measurement;
        arguments[2] = "--data";
        arguments[3] = data.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Verification.execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
