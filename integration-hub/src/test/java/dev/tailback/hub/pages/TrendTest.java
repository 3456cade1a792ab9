package dev.tailback.hub.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tailback.hub.scores.Score;
import dev.tailback.hub.scores.Share;
import dev.tailback.web.texts.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Texts ENGLISH = Texts.english();

    @Test
    void the_line_goes_from_left_to_right_and_a_day_on_which_nothing_was_counted_is_no_point() {
        Trend trend = completeness(day(0, 3, 4), day(10, 0, 0), day(20, 1, 4));

        assertEquals("100,44 300,16", trend.points());
        assertEquals(Optional.of("75"), trend.percent(ENGLISH));
        assertEquals(Optional.of("25 % on Nov 10, 2026"), trend.before(ENGLISH));
    }

    @Test
    void it_is_100_percent_only_when_nothing_is_missing() {
        assertEquals(Optional.of("99.9"), completeness(day(0, 99_999, 100_000)).percent(ENGLISH));
        assertEquals(Optional.of("100"), completeness(day(0, 7, 7)).percent(ENGLISH));
    }

    @Test
    void one_day_is_no_line_and_where_there_is_nothing_to_count_there_is_no_share() {
        Trend alone = completeness(day(0, 1, 3));
        assertFalse(alone.isLine());
        assertEquals(Optional.empty(), alone.before(ENGLISH));
        assertEquals(Optional.empty(), completeness(day(0, 0, 0)).percent(ENGLISH));
    }

    private static Trend completeness(Score... days) {
        return ScoredCrm.of("sales", List.of(days)).lines().get(0).trends().get(0);
    }

    private static Score day(int ago, long part, long whole) {
        Share share = Share.of(part, whole);
        return new Score(
                TODAY.minusDays(ago), "sales", "company", "phone", share, share, share, Map.of(), Instant.EPOCH);
    }
}
