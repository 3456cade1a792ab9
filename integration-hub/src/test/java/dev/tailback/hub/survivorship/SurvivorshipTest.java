package dev.tailback.hub.survivorship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.entity.Times;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which value wins, rule by rule, in cases of real life. */
class SurvivorshipTest {

    private static final String LATEST = "default: latest change";

    @Test
    void the_latest_change_wins_and_the_loser_is_told_why() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Bonn", 2)
                .by(LATEST, "city");

        assertEquals(Optional.of("Bonn"), decision.value());
        assertEquals("older", reasonOf(decision, "sales"));
        assertEquals("won", reasonOf(decision, "erp"));
        assertEquals(
                new Ruling("Test", 7, "The latest change wins. An emptied field counts as a change."),
                decision.ruling());
    }

    @Test
    void the_attributes_own_time_counts_and_else_the_interval_in_which_it_was_seen() {
        Decision decision = new About()
                .seen("sales", "city", "Ulm", 1, 5)
                .says("erp", "city", "Bonn", 3)
                .by(LATEST, "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertTrue(sentenceOf(decision, "erp").startsWith("It may have changed at the same time"));
    }

    @Test
    void a_clock_that_is_ahead_does_not_win_by_it() {
        Decision decision = new About()
                .holds(
                        "sales",
                        "city",
                        Held.value("Ulm"),
                        Times.told(About.minute(9_000), About.minute(1), About.minute(2)))
                .says("erp", "city", "Bonn", 3)
                .by(LATEST, "city");

        assertEquals(Optional.of("Bonn"), decision.value());
    }

    @Test
    void a_person_who_empties_a_field_makes_the_latest_change() {
        Decision decision = new About()
                .says("sales", "phone", "+4930901820", 1)
                .emptied("erp", "phone", 2)
                .by(LATEST, "phone");

        assertEquals(Optional.empty(), decision.value());
        assertEquals("older", reasonOf(decision, "sales"));
    }

    @Test
    void an_emptied_field_does_not_win_where_the_rule_does_not_let_it() {
        Decision decision = new About()
                .says("sales", "phone", "+4930901820", 1)
                .emptied("erp", "phone", 2)
                .by("default: {rule: latest change, emptiedWins: false}", "phone");

        assertEquals(Optional.of("+4930901820"), decision.value());
        assertEquals("emptied", reasonOf(decision, "erp"));
    }

    @Test
    void a_field_that_was_never_filled_beats_nothing() {
        Decision decision = new About()
                .says("marketing", "phone", "+4930901820", 1)
                .neverFilled("erp", "phone")
                .by("default: source priority", "phone");

        assertEquals(Optional.of("+4930901820"), decision.value());
        assertEquals("never_filled", reasonOf(decision, "erp"));
    }

    @Test
    void the_golden_value_stays_when_no_record_has_one_any_more() {
        Decision decision = new About()
                .neverFilled("erp", "city")
                .stands("city", Standing.agreed("Ulm"))
                .by(LATEST, "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertEquals("kept", decision.reason().code());
    }

    @Test
    void an_attribute_without_any_value_is_unfilled() {
        Decision decision = new About().neverFilled("erp", "city").by(LATEST, "city");

        assertEquals("no_value", decision.reason().code());
    }

    @Test
    void the_most_trusted_crm_wins_by_the_rules_own_order() {
        About about = new About().says("erp", "name", "Acme", 1).says("marketing", "name", "ACME Inc.", 2);

        assertEquals(
                Optional.of("Acme"),
                about.by("default: source priority", "name").value());
        assertEquals(
                Optional.of("ACME Inc."),
                about.by("attributes:\n  name: {rule: source priority, sources: [marketing, erp]}", "name")
                        .value());
    }

    @Test
    void the_rule_of_an_attribute_stands_above_the_one_of_its_entity() {
        About about = new About().says("erp", "name", "Acme", 2).says("sales", "name", "Acme Logistics", 1);

        assertEquals(
                Optional.of("Acme Logistics"),
                about.by("default: latest change\nattributes:\n  name: longest", "name")
                        .value());
    }

    @Test
    void the_most_complete_record_wins() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("sales", "street", "Hafengasse 1", 1)
                .says("erp", "city", "Bonn", 2)
                .by("default: most complete", "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertEquals("Its record has 1 filled attributes, the other 2.", sentenceOf(decision, "erp"));
    }

    @Test
    void the_first_set_value_wins() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Bonn", 2)
                .by("default: first set", "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertEquals("newer", reasonOf(decision, "erp"));
    }

    @Test
    void lists_are_taken_together() {
        Decision decision = new About()
                .says("sales", "tags", "key account;fair", 1)
                .says("erp", "tags", "Bavaria;fair", 2)
                .by("attributes:\n  tags: union", "tags");

        assertEquals(Optional.of("Bavaria;fair;key account"), decision.value());
        assertEquals(
                Optional.of(Set.of(new Source("erp", "1"), new Source("sales", "1"))),
                decision.fold(
                        decided -> Optional.of(decided.winners()),
                        asked -> Optional.empty(),
                        none -> Optional.empty()));
    }

    @Test
    void a_value_that_is_never_overwritten_stays() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Bonn", 2)
                .stands("city", Standing.agreed("Ulm"))
                .by("default: never overwrite", "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertEquals("same_value", reasonOf(decision, "sales"));
        assertEquals("never_overwritten", reasonOf(decision, "erp"));
    }

    @Test
    void a_steward_is_asked_when_values_differ_and_the_value_stays_until_then() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Bonn", 2)
                .stands("city", Standing.agreed("Ulm"))
                .by("default: ask a steward", "city");

        assertTrue(isAsked(decision));
        assertEquals(Optional.of("Ulm"), decision.value());
    }

    @Test
    void a_steward_is_not_asked_about_what_all_say() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Ulm", 2)
                .by("default: ask a steward", "city");

        assertEquals(Optional.of("Ulm"), decision.value());
    }

    @Test
    void what_a_steward_chose_stands_until_someone_types_another_value() {
        Standing chosen = new Standing.Chosen(Held.value("Ulm"), "kim", About.minute(5));
        About about = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Bonn", 2)
                .stands("city", chosen);

        assertEquals(Optional.of("Ulm"), about.by(LATEST, "city").value());
        assertEquals(
                Optional.of("Köln"),
                about.says("marketing", "city", "Köln", 6).by(LATEST, "city").value());
    }

    @Test
    void a_lock_stands_above_every_rule() {
        Standing lock = new Standing.Locked(Held.value("Ulm"), "kim", About.minute(0));
        Decision decision =
                new About().says("erp", "city", "Bonn", 9).stands("city", lock).by(LATEST, "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertEquals("locked", reasonOf(decision, "erp"));
    }

    @Test
    void an_expression_chooses_among_the_candidates() {
        Decision decision = new About()
                .says("sales", "city", "Ulm", 1)
                .says("erp", "city", "Bonn", 2)
                .by(
                        "attributes:\n  city: {rule: expression, value: \"candidates.filter(c, c.crm == 'sales')[0].value\"}",
                        "city");

        assertEquals(Optional.of("Ulm"), decision.value());
        assertEquals("expression", reasonOf(decision, "erp"));
    }

    @Test
    void an_expression_that_fails_asks_a_steward() {
        Decision decision = new About()
                .says("erp", "city", "Bonn", 2)
                .by(
                        "attributes:\n  city: {rule: expression, value: \"candidates.filter(c, c.crm == 'sales')[0].value\"}",
                        "city");

        assertTrue(isAsked(decision));
        assertEquals("expression_failed", decision.reason().code());
    }

    @Test
    void an_expression_that_says_nothing_asks_a_steward() {
        Decision decision = new About()
                .says("erp", "city", "Bonn", 2)
                .by("attributes:\n  city: {rule: expression, value: \"size(candidates) > 1 ? current : ''\"}", "city");

        assertEquals("expression_asks", decision.reason().code());
    }

    @Test
    void every_attribute_has_a_decision() {
        assertEquals(
                About.COMPANY.attributes().size(),
                new Survivorship(Rules.latestChangeWins(List.of()), new Expressions())
                        .decide(new About().facts())
                        .size());
    }

    private static boolean isAsked(Decision decision) {
        return decision.fold(decided -> false, asked -> true, unfilled -> false);
    }

    private static String reasonOf(Decision decision, String crm) {
        return reason(decision, crm).code();
    }

    private static String sentenceOf(Decision decision, String crm) {
        return reason(decision, crm).sentence();
    }

    private static Reason reason(Decision decision, String crm) {
        return decision.candidates().stream()
                .filter(candidate -> candidate.fact().source().crm().equals(crm))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
