package dev.tailback.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.queue.QueueEntry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredAdTest {

    private static final UUID ENTRY = UUID.fromString("11111111-1111-4111-8111-111111111111");

    @Test
    void what_a_version_says_of_its_ad_comes_out_as_it_went_in() {
        AdDetails all = new AdDetails(
                "Spring \"sale\" | 50 %",
                Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.of("PO 4711"),
                Optional.of("https://ads.example/ads/1"));
        assertEquals(record(Optional.of(all)), back(record(Optional.of(all))));
        AdDetails title = new AdDetails("Spring", Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(record(Optional.of(title)), back(record(Optional.of(title))));
    }

    @Test
    void a_payload_of_an_older_program_says_nothing_of_its_ad() {
        assertEquals(
                record(Optional.empty()),
                read("{\"v\":1,\"product\":\"a01\",\"units\":3,\"cancelled\":false,\"ad\":\"AD-7\"}"));
    }

    @Test
    void a_day_that_is_none_makes_the_payload_unreadable() {
        assertThrows(
                IllegalArgumentException.class,
                () -> read("{\"v\":1,\"product\":\"a01\",\"units\":3,\"cancelled\":false,\"ad\":\"AD-7\","
                        + "\"title\":\"Spring\",\"day\":\"soon\"}"));
    }

    @Test
    void a_text_that_is_too_long_or_cannot_be_stored_never_stops_a_record() {
        AdDetails strange = new AdDetails(
                "a\u0000b" + "x".repeat(1_000), Optional.empty(), Optional.of("y".repeat(1_000)), Optional.empty());
        assertEquals("a?b", strange.title().substring(0, 3));
        assertEquals(400, strange.title().length());
        assertEquals(record(Optional.of(strange)), back(record(Optional.of(strange))));
    }

    private static UsageRecord record(Optional<AdDetails> ad) {
        return new UsageRecord(ENTRY, "800", "a01", 2, 3, false, "AD-7", ad, 0);
    }

    private static UsageRecord back(UsageRecord record) {
        return StoredPayload.read(record.entry());
    }

    private static UsageRecord read(String payload) {
        return StoredPayload.read(new QueueEntry(ENTRY, "800", 2, payload, 0));
    }
}
