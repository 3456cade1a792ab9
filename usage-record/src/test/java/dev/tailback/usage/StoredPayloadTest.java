package dev.tailback.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.queue.QueueEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Programs of different age share a queue: a payload is written, letter by letter, as it always was. */
class StoredPayloadTest {
    private static final UUID ENTRY = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String PLAIN =
            "{\"v\":1,\"product\":\"a01\",\"units\":12,\"cancelled\":true,\"ad\":\"Ad \\\"Ä|\\n1\\\"\"}";
    private static final String FULL = "{\"v\":1,\"product\":\"a01\",\"units\":12,\"cancelled\":true,"
            + "\"ad\":\"Ad \\\"Ä|\\n1\\\"\",\"title\":\"Spring\",\"day\":\"2026-12-01\",\"reference\":\"PO 4711\","
            + "\"link\":\"https://ads.example/ads/1\",\"trace\":\"" + TRACE + "\"}";

    @Test
    void a_record_becomes_an_entry_of_its_contract() {
        assertEquals(new QueueEntry(ENTRY, "800A", 7, PLAIN, 2), plain().entry());
        assertEquals(
                List.of(new QueueEntry(ENTRY, "800A", 7, PLAIN, 2), new QueueEntry(ENTRY, "800A", 7, FULL, 2)),
                UsageRecord.entries(List.of(plain(), full())));
    }

    @Test
    void a_payload_of_an_earlier_release_says_what_it_always_said() {
        assertEquals(plain(), StoredPayload.read(new QueueEntry(ENTRY, "800A", 7, PLAIN, 2)));
        assertEquals(full(), StoredPayload.read(new QueueEntry(ENTRY, "800A", 7, FULL, 2)));
    }

    @Test
    void the_longest_record_fits_into_a_payload() {
        String quotes = "\"".repeat(1_000);
        AdDetails longest =
                new AdDetails(quotes, Optional.of(LocalDate.of(2026, 12, 1)), Optional.of(quotes), Optional.of(quotes));
        UsageRecord record = new UsageRecord(
                ENTRY,
                "8".repeat(80),
                "a".repeat(80),
                QueueEntry.LARGEST_VERSION,
                1_000_000,
                false,
                "\"".repeat(255),
                Optional.of(longest),
                QueueEntry.MOST_ATTEMPTS,
                Optional.of(TRACE));

        assertEquals(record, StoredPayload.read(record.entry()));
    }

    private static UsageRecord plain() {
        return new UsageRecord(ENTRY, "800A", "a01", 7, 12, true, "Ad \"Ä|\n1\"", 2);
    }

    private static UsageRecord full() {
        AdDetails ad = new AdDetails(
                "Spring",
                Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.of("PO 4711"),
                Optional.of("https://ads.example/ads/1"));
        return new UsageRecord(
                ENTRY, "800A", "a01", 7, 12, true, "Ad \"Ä|\n1\"", Optional.of(ad), 2, Optional.of(TRACE));
    }
}
