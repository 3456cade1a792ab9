package dev.tailback.verification.hubtorture.judging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.people.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A judge that cannot fail would be worth nothing: each harm is put before it once. */
class JudgeTest {
    private static final Field CITY = new Field(Part.COMPANY, 1, "city");
    private static final Instant NINE = Instant.parse("2026-11-29T09:00:00Z");
    private static final String BEFORE = "Hamburg";

    private final HubFindings findings = new HubFindings();

    @Test
    void a_field_that_nobody_touched_stays() {
        judge(List.of(), BEFORE);

        assertEquals(List.of(), findings.harms());
    }

    @Test
    void the_last_word_in_one_crm_holds() {
        judge(List.of(edit(1, "sales", "A", BEFORE), edit(2, "sales", "B", "A")), "B", won("sales", "B"));

        assertEquals(List.of(), findings.harms());
    }

    @Test
    void an_edit_that_is_gone_is_lost() {
        judge(List.of(edit(1, "sales", "A", BEFORE)), BEFORE, won("sales", BEFORE));

        assertTrue(findings.harms().contains(HubHarm.LOST), findings.all()::toString);
    }

    @Test
    void an_older_word_of_the_same_person_that_holds_again_is_a_lost_edit() {
        judge(List.of(edit(1, "sales", "A", BEFORE), edit(2, "sales", "B", "A")), "A", both("A", "B"));

        assertEquals(List.of(HubHarm.LOST), findings.harms());
    }

    @Test
    void a_value_that_somebody_typed_over_knowing_it_must_not_come_back() {
        judge(List.of(edit(1, "sales", "A", BEFORE), edit(1, "shop", "B", "A")), "A", both("A", "B"));

        assertEquals(List.of(HubHarm.LOST), findings.harms());
    }

    @Test
    void of_two_people_who_did_not_know_of_each_other_either_may_win() {
        List<Edit> both = List.of(edit(1, "sales", "A", BEFORE), edit(1, "shop", "B", BEFORE));
        judge(both, "A", both("A", "B"));
        judge(both, "B", both("B", "A"));

        assertEquals(List.of(), findings.harms());
    }

    @Test
    void a_loser_whom_no_decision_names_is_unexplained() {
        judge(List.of(edit(1, "sales", "A", BEFORE), edit(1, "shop", "B", BEFORE)), "A", won("sales", "A"));

        assertEquals(List.of(HubHarm.UNEXPLAINED), findings.harms());
    }

    @Test
    void a_value_without_a_decision_is_unexplained() {
        judge(List.of(edit(1, "sales", "A", BEFORE)), "A");

        assertEquals(List.of(HubHarm.UNEXPLAINED), findings.harms());
    }

    @Test
    void a_value_that_nobody_typed_is_invented() {
        judge(List.of(edit(1, "sales", "A", BEFORE)), "Z", both("Z", "A"));

        assertTrue(findings.harms().contains(HubHarm.INVENTED), findings.all()::toString);
    }

    @Test
    void crms_that_hold_different_values_are_found() {
        new Judge(findings)
                .judge(new Evidence(
                        CITY,
                        BEFORE,
                        List.of(),
                        Map.of("sales 1", BEFORE, "marketing 1", BEFORE, "shop 1", "Bremen"),
                        BEFORE,
                        List.of()));

        assertEquals(List.of(HubHarm.DIFFERENT), findings.harms());
    }

    @Test
    void crms_that_agree_on_what_the_hub_does_not_say_are_found() {
        new Judge(findings)
                .judge(new Evidence(CITY, BEFORE, List.of(), Map.of("sales 1", "Bremen"), BEFORE, List.of()));

        assertEquals(List.of(HubHarm.DIFFERENT), findings.harms());
    }

    @Test
    void an_edit_that_may_have_slipped_through_may_hold_or_not() {
        List<Edit> edits = List.of(
                edit(1, "sales", "A", BEFORE), edit(2, "sales", "B", "A").perhaps());
        judge(edits, "A", won("sales", "A"));
        judge(edits, "B", both("B", "A"));

        assertEquals(List.of(), findings.harms());
    }

    private void judge(List<Edit> edits, String agreed, Told... decisions) {
        Map<String, String> held = Map.of("sales 1", agreed, "marketing 1", agreed, "shop 1", agreed);
        new Judge(findings).judge(new Evidence(CITY, BEFORE, edits, held, agreed, List.of(decisions)));
    }

    private static Edit edit(int number, String crm, String value, String saw) {
        return new Edit(number, CITY, crm, "1", value, value, saw, NINE, NINE, true);
    }

    private static Told won(String crm, String value) {
        return new Told(value, "latest change", false, List.of(candidate(crm, value, true)));
    }

    /** Each in both CRMs, so that whoever typed it is named. */
    private static Told both(String winner, String loser) {
        return new Told(
                winner,
                "latest change",
                true,
                List.of(
                        candidate("sales", winner, true),
                        candidate("shop", winner, false),
                        candidate("sales", loser, false),
                        candidate("shop", loser, false)));
    }

    private static Told.Candidate candidate(String crm, String value, boolean won) {
        return new Told.Candidate(crm, "1", value, won, "it is so");
    }
}
