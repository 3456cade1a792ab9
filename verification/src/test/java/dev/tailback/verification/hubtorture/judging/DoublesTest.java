package dev.tailback.verification.hubtorture.judging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubtorture.faults.Troubled;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.people.Field;
import dev.tailback.verification.hubtorture.wire.WriteSeen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoublesTest {
    private static final Instant NINE = Instant.parse("2026-11-29T09:00:00Z");

    private final HubFindings findings = new HubFindings();
    private final Troubled troubled = new Troubled();

    @Test
    void a_value_that_is_written_again_though_the_answer_came_is_doubled() {
        judge(List.of(), write("A", 0, true), write("A", 9, true));

        assertEquals(List.of(HubHarm.DOUBLED), findings.harms());
    }

    @Test
    void after_an_answer_that_was_lost_it_may_come_again() {
        judge(List.of(), write("A", 0, false), write("A", 9, true));

        assertEquals(List.of(), findings.harms());
    }

    @Test
    void after_a_hub_was_killed_it_may_come_again() {
        troubled.note(NINE.plusSeconds(1), NINE.plusSeconds(2));
        judge(List.of(), write("A", 0, true), write("A", 9, true));

        assertEquals(List.of(), findings.harms());
    }

    @Test
    void over_what_a_person_typed_it_may_come_again() {
        judge(List.of(edit(5)), write("A", 0, true), write("A", 9, true));

        assertEquals(List.of(), findings.harms());
    }

    @Test
    void an_edit_before_both_excuses_nothing() {
        judge(List.of(edit(-5)), write("A", 0, true), write("A", 9, true));

        assertEquals(List.of(HubHarm.DOUBLED), findings.harms());
    }

    @Test
    void other_values_in_between_are_no_doubles() {
        judge(List.of(), write("A", 0, true), write("B", 5, true), write("A", 9, true));

        assertEquals(List.of(), findings.harms());
    }

    private void judge(List<Edit> edits, WriteSeen... writes) {
        new Doubles(edits, troubled).judge(List.of(writes), findings);
    }

    private static WriteSeen write(String value, int second, boolean isHeard) {
        Instant at = NINE.plusSeconds(second);
        return new WriteSeen("hub-1", "sales", "1", "City", value, at, at, isHeard);
    }

    private static Edit edit(int second) {
        Instant at = NINE.plusSeconds(second);
        return new Edit(1, new Field(Part.COMPANY, 1, "city"), "sales", "1", "X", "X", "A", at, at, true);
    }
}
