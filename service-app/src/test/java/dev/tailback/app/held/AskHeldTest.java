package dev.tailback.app.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.usage.HeldUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Only an answer of Salesforce can say that it does not hold an entry. */
class AskHeldTest {

    private static final UUID ENTRY = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Test
    void an_entry_that_salesforce_was_asked_about_and_did_not_name_is_not_there() {
        HeldAnswer.Told told =
                assertInstanceOf(HeldAnswer.Told.class, answer(new Reading.Found<>(List.of(), Instant.EPOCH)));
        assertEquals(Optional.empty(), told.of(ENTRY));
    }

    @Test
    void nothing_is_said_of_an_entry_that_salesforce_was_not_asked_about() {
        HeldAnswer.Told told =
                assertInstanceOf(HeldAnswer.Told.class, answer(new Reading.Found<>(List.of(), Instant.EPOCH)));
        assertThrows(IllegalArgumentException.class, () -> told.of(UUID.randomUUID()));
        assertThrows(IllegalArgumentException.class, () -> HeldAnswer.Told.NOT_ASKED.of(ENTRY));
    }

    @Test
    void a_refusal_stays_a_refusal() {
        assertEquals(
                new HeldAnswer.Refused("INSUFFICIENT_ACCESS", "No rights."),
                answer(new Reading.Refused<>("INSUFFICIENT_ACCESS", "No rights.")));
    }

    @Test
    void unavailable_stays_unavailable() {
        assertEquals(
                new HeldAnswer.Unavailable("NO_ANSWER", "It did not answer."),
                answer(new Reading.Unavailable<>("NO_ANSWER", "It did not answer.")));
    }

    @Test
    void a_usage_object_that_cannot_be_seen_is_no_empty_list() {
        assertInstanceOf(HeldAnswer.Refused.class, answer(new Reading.Absent<>()));
    }

    private static HeldAnswer answer(Reading<List<HeldUsage>> reading) {
        return AskHeld.answer(List.of(ENTRY), reading);
    }
}
