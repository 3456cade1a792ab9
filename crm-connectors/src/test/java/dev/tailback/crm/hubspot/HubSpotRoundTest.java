package dev.tailback.crm.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.crm.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotRoundTest {

    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void a_cursor_is_read_as_it_was_written() {
        HubSpotRound round =
                HubSpotRound.first().begun(NOON, NOON.plusSeconds(3)).at("a place/with=signs");

        assertEquals(Optional.of(round), HubSpotRound.of(round.cursor()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hs1",
                "hs2B//0/0.0.0/0.0.0/0/0",
                "hs1C/bm90IGFuIGlk/0/0.0.0/0.0.0/0/0",
                "hs1Z//0/0.0.0/0.0.0/0/0"
            })
    void what_it_did_not_write_is_foreign(String text) {
        assertEquals(Optional.empty(), HubSpotRound.of(new Cursor(text)));
    }

    @Test
    void the_last_stretch_is_read_again_until_nothing_older_can_come_to_light() {
        Window seen = Window.EVERYTHING.raised(NOON, NOON.plusSeconds(1));

        assertEquals(
                NOON.minus(OVERLAP), seen.read(NOON.plusSeconds(60), OVERLAP).from());
        assertEquals(
                NOON.plusMillis(1), seen.read(NOON.plusSeconds(301), OVERLAP).from());
    }

    @Test
    void a_long_listing_of_deletions_is_read_less_often() {
        HubSpotRound round = HubSpotRound.first().begun(NOON, NOON).afterRecords(OVERLAP);
        for (int pages = 0; pages < 30; pages++) {
            round = round.swept(NOON);
        }
        HubSpotRound ended = round.ended(OVERLAP);

        assertEquals(false, ended.begun(NOON, NOON.plusSeconds(599)).isSweepDue());
        assertEquals(true, ended.begun(NOON, NOON.plusSeconds(600)).isSweepDue());
    }
}
