package dev.tailback.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentTest {
    private static final UsageRecord OFFERED =
            new UsageRecord(new UUID(0, 1), "800A", "a0P-product", 7, 3, false, "AD-1", 0);

    @Test
    void units_cancellation_and_product_each_make_a_difference() {
        long sent = Sent.of("a0P", 3, false);
        assertEquals(sent, Sent.of("a0P", 3, false));
        assertTrue(List.of(Sent.of("a0P", 4, false), Sent.of("a0P", 3, true), Sent.of("a0Q", 3, false)).stream()
                .noneMatch(other -> other == sent));
        assertTrue(sent >= 0 && sent < 1L << 53);
    }

    @Test
    void an_acceptance_names_what_was_sent() {
        assertEquals(
                new Settlement.Accepted(OFFERED.entryId(), 7, "a0U", OptionalLong.of(Sent.of("a0P-product", 3, false))),
                OFFERED.accepted("a0U"));
    }

    @Test
    void an_acceptance_of_a_record_that_was_changed_in_redis_names_what_was_sent_and_not_what_was_offered() {
        QueueEntry entry = OFFERED.entry();
        String changed = entry.payload().replace("\"units\":3", "\"units\":300");
        QueueEntry there = new QueueEntry(entry.id(), entry.group(), entry.version(), changed, entry.attempts());
        UsageBatch taken = UsageBatch.of(new Batch("b1", List.of(there), List.of(), Instant.EPOCH));

        assertEquals(
                OptionalLong.of(Sent.of("a0P-product", 300, false)),
                taken.records().get(0).accepted("a0U").sent());
    }
}
