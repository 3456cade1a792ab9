package dev.tailback.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Cursor;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Position LAST = new Position(NOON, "001000000000001AAA");

    @Test
    void a_cursor_is_read_as_it_was_written() {
        Round round = Round.first().begun(NOON, NOON.plusSeconds(2), NOON).withRecords(LAST);

        assertEquals(Optional.of(round), Round.of(round.cursor()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sf1", "sf1X/0./0/0/0.", "sf1R/0.'x/0/0/0.", "sf1R/0.short/0/0/0.", "hs1B//0/0.0.0/0.0.0/0/0"})
    void what_it_did_not_write_is_foreign(String text) {
        assertEquals(Optional.empty(), Round.of(new Cursor(text)));
    }

    @Test
    void the_next_round_begins_where_nothing_older_can_come_to_light() {
        assertEquals(LAST, Round.first().ended(LAST, NOON.plusSeconds(1)).records());
        assertEquals(
                new Position(NOON.minusSeconds(600), ""),
                Round.first().ended(LAST, NOON.minusSeconds(600)).records());
    }

    @Test
    void a_clock_that_went_back_is_followed() {
        Round before = Round.first().ended(LAST, NOON.plusSeconds(1));

        Round after = before.begun(NOON.minusSeconds(3_000), NOON.minusSeconds(3_000), NOON.minusSeconds(3_600));

        assertTrue(after.records().time().isBefore(NOON.minusSeconds(3_599)));
    }
}
