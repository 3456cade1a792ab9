package dev.tailback.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that somebody, or another version, has put into Redis. */
class UsageBatchTest {
    private static final String GOOD = "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "null",
                "nonsense",
                "{\"v\":2,\"product\":\"a0P\"}",
                "{\"v\":null}",
                "{\"v\":\"1\",\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":0,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":\"3\",\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":-3,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":99999999999,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":1000001,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P' OR Name != '\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"\",\"units\":3,\"cancelled\":false,\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":\"no\",\"ad\":\"AD\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":null}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"A\\u0000D\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"A\\ud800D\"}",
                "{\"v\":1,\"product\":\"a0P\",\"units\":3,\"cancelled\":false,\"ad\":\"A\u0000D"
            })
    void a_payload_that_is_no_usage_record_is_unreadable_and_the_others_of_the_batch_are_read(String payload) {
        UsageBatch batch = UsageBatch.of(batch(entry(1, GOOD), entry(2, payload), entry(3, GOOD)));

        assertEquals(List.of(record(1), record(3)), batch.records());
        assertEquals(1, batch.unreadable().size());
        Unreadable unreadable = batch.unreadable().get(0);
        assertEquals(id(2).toString(), unreadable.entryKey());
        assertEquals("800A", unreadable.group());
        assertEquals(payload, unreadable.body());
    }

    /** Nested deeper than any of ours, or with a number that takes long to read. */
    @Test
    void a_payload_that_would_take_long_to_read_is_unreadable() {
        UsageBatch batch = UsageBatch.of(batch(
                entry(1, "[".repeat(4_000) + "]".repeat(4_000)),
                entry(2, GOOD.replace("\"units\":3", "\"units\":" + "9".repeat(7_000)))));

        assertEquals(List.of(), batch.records());
        assertEquals(2, batch.unreadable().size());
    }

    /** A rolling update: the service app is newer already, and this worker is not. */
    @Test
    void a_payload_of_a_newer_program_comes_with_a_sentence_that_says_what_to_update() {
        UsageBatch batch = UsageBatch.of(batch(entry(1, "{\"v\":2,\"product\":{\"id\":\"a0P\"}}")));

        assertEquals(
                "Entry " + id(1) + " cannot be read: its payload has version 2 and this Tailback reads 1: update this"
                        + " program",
                batch.unreadable().get(0).problem());
    }

    @Test
    void what_a_newer_program_adds_to_a_payload_without_changing_its_version_is_left_alone() {
        assertEquals(
                List.of(record(1)),
                UsageBatch.of(batch(entry(1, GOOD.replace("}", ",\"colour\":\"red\"}"))))
                        .records());
    }

    @Test
    void what_the_queue_itself_cannot_read_comes_along() {
        Unreadable damaged = Unreadable.of("somebody", "800A", "nonsense", "its key is not a UUID");
        Batch batch = new Batch("b1", List.of(entry(1, "{")), List.of(damaged), Instant.EPOCH);

        assertEquals(
                List.of(damaged, Unreadable.payloadOf(entry(1, "{"), "its payload is not JSON")),
                UsageBatch.of(batch).unreadable());
    }

    @Test
    void it_names_the_traces_of_its_records() {
        UsageRecord followed =
                new UsageRecord(id(1), "800A", "a0P", 7, 3, false, "AD", Optional.empty(), 2, Optional.of(TRACE));

        assertEquals(
                List.of(TRACE),
                UsageBatch.of(batch(followed.entry(), entry(2, GOOD))).traces());
    }

    private static Batch batch(QueueEntry... entries) {
        return new Batch("b1", List.of(entries), List.of(), Instant.EPOCH);
    }

    private static QueueEntry entry(int number, String payload) {
        return new QueueEntry(id(number), "800A", 7, payload, 2);
    }

    private static UsageRecord record(int number) {
        return new UsageRecord(id(number), "800A", "a0P", 7, 3, false, "AD", 2);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
