package dev.tailback.verification.hubtorture.judging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.people.Field;
import dev.tailback.verification.hubtorture.wire.LookSeen;
import dev.tailback.verification.hubtorture.wire.WriteSeen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlipsTest {
    private static final Instant NINE = Instant.parse("2026-11-29T09:00:00Z");

    @Test
    void what_is_saved_between_the_look_and_the_write_may_slip_through_hubspot() {
        assertEquals(false, isCertain("marketing", look(100), edit("marketing", 150), 200));
    }

    @Test
    void what_is_saved_before_the_look_is_seen() {
        assertEquals(true, isCertain("marketing", look(100), edit("marketing", 50), 200));
    }

    @Test
    void what_is_saved_after_the_write_is_seen() {
        assertEquals(true, isCertain("marketing", look(100), edit("marketing", 250), 200));
    }

    @Test
    void through_salesforce_it_slips_within_one_second_only() {
        assertEquals(false, isCertain("sales", look(100), edit("sales", 150), 1_200));
        assertEquals(true, isCertain("sales", look(100), edit("sales", 1_100), 1_200));
    }

    private static long look(int millis) {
        return millis;
    }

    private static Edit edit(String crm, int millis) {
        Instant at = NINE.plusMillis(millis);
        return new Edit(1, new Field(Part.COMPANY, 1, "city"), crm, "1", "X", "X", "A", at, at, true);
    }

    private static boolean isCertain(String crm, long look, Edit edit, int write) {
        Instant looked = NINE.plusMillis(look);
        Instant written = NINE.plusMillis(write);
        Slips slips = new Slips(
                List.of(new WriteSeen("hub-1", crm, "1", "City", "A", written, written, true)),
                List.of(new LookSeen("hub-1", crm, "1", looked, looked)));
        return slips.excused(List.of(edit)).get(0).isCertain();
    }
}
