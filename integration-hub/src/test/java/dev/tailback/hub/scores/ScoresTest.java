package dev.tailback.hub.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two CRMs whose people type good values and bad ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoresTest {

    private static final Map<String, String> FIELDS =
            Map.of("name", "Name", "city", "City", "phone", "Phone", "domain", "Website");

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private SimulatedHub hub;

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(new TreeMap<>(Map.of("sales", sales, "marketing", marketing)), FIELDS);
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void forget() {
        hub.forget();
        hub.execute("delete from quality_day");
        sales.clear();
        marketing.clear();
        isDue();
    }

    @Test
    void it_is_told_how_many_records_have_a_value_and_how_many_of_these_a_rule_refuses() {
        brandt(sales, "+494012345678", "Bremen");
        sales.edit("S2", company("Weingut Sonnenhang", "12", "Mainz", "sonnenhang.de"));
        sales.edit("S3", company("Klaviere Vogt", "", "Jena", "klaviere-vogt.de"));
        counted(hub);

        Score phone = score("sales", "phone");

        assertEquals(Share.of(2, 3), phone.completeness());
        assertEquals(Share.of(1, 2), phone.validity());
        assertEquals(Map.of("phone_invalid", 1L), phone.refusedBy());
        assertEquals(Share.of(3, 3), score("sales", "name").completeness());
        assertEquals(Share.of(3, 3), score("sales", "name").validity());
    }

    @Test
    void what_people_said_is_compared_where_people_of_another_crm_said_something_too_and_our_own_writes_are_not() {
        brandt(sales, "+494012345678", "Bremen");
        sales.edit("S2", company("Klaviere Vogt", "", "Jena", "klaviere-vogt.de"));
        hub.settle();
        brandt(marketing, "", "Emden");
        hub.settle();
        assertEquals("Emden", sales.values("Autohaus Brandt").get("City"), "the later one is agreed");
        assertEquals("+494012345678", marketing.values("Autohaus Brandt").get("Phone"), "the hub wrote it");
        counted(hub);

        assertEquals(Share.of(0, 1), score("sales", "city").consistency());
        assertEquals(Share.of(1, 1), score("marketing", "city").consistency());
        assertEquals(Share.of(1, 1), score("sales", "name").consistency());
        assertEquals(Share.of(0, 0), score("sales", "phone").consistency(), "marketing said none");
        assertEquals(Share.of(1, 1), score("marketing", "phone").completeness());
    }

    @Test
    void a_refused_value_is_listed_with_its_rule_until_it_is_mended() {
        sales.edit("S1", company("Weingut Sonnenhang", "12", "Mainz", "sonnenhang.de"));
        sales.edit("S2", company("Klaviere Vogt", "+493641123456", "Jena", "klaviere-vogt.de"));
        counted(hub);
        RefusedValue listed = refused("phone").get(0);
        assertEquals("S1 Phone phone_invalid", listed.record() + " " + listed.field() + " " + listed.rule());
        assertEquals(List.of(), refused("city"));
        assertEquals(
                Optional.of(List.of()),
                hub.bean(RefusedValues.class).of("sales", "company", "phone", listed.id()),
                "the next page");

        sales.edit("S1", Map.of("Phone", "+49613112345"));
        counted(hub);

        assertEquals(List.of(), refused("phone"));
        assertEquals(Share.of(2, 2), score("sales", "phone").validity());
        assertEquals(Map.of(), score("sales", "phone").refusedBy());
    }

    @Test
    void an_attribute_for_which_no_field_stands_has_no_list_of_refused_values() {
        assertEquals(Optional.empty(), hub.bean(RefusedValues.class).of("sales", "company", "industry", 0));
        assertEquals(Optional.empty(), hub.bean(RefusedValues.class).of("nowhere", "company", "phone", 0));
    }

    @Test
    void what_is_gone_or_erased_or_not_taken_in_yet_is_not_counted() {
        for (String name : List.of("Weingut Sonnenhang", "Klaviere Vogt", "Bootsbau Petersen")) {
            sales.edit(
                    name,
                    company(name, "12", "Mainz", name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de"));
        }
        hub.settle();
        sales.delete("Klaviere Vogt");
        hub.settle();
        hub.execute("update source_record set erased_at = now() where record_id = 'Bootsbau Petersen'");
        sales.edit("new", company("Autohaus Brandt", "12", "Bremen", "brandt.de"));
        hub.connections().forEach(crm -> crm.objects().forEach(mapped -> hub.read(crm, mapped)));
        count(hub);

        assertEquals(Share.of(1, 1), score("sales", "phone").completeness());
        assertEquals(1, refused("phone").size());
    }

    @Test
    void the_last_count_of_a_day_replaces_those_before_it() {
        sales.edit("S1", company("Weingut Sonnenhang", "", "Mainz", "sonnenhang.de"));
        counted(hub);
        hub.execute("insert into quality_day select day, 'retired', entity, attribute, records, filled, refused,"
                + " refused_by, compared, agreed, counted_at from quality_day");
        sales.edit("S1", Map.of("Phone", "+49613112345"));
        isDue();
        counted(hub);

        assertEquals(Share.of(1, 1), score("sales", "phone").completeness());
        assertEquals(FIELDS.size(), hub.number("select count(*) from quality_day"), "and only what is mapped now");
    }

    @Test
    void the_days_before_are_kept_for_400_days() {
        sales.edit("S1", company("Weingut Sonnenhang", "", "Mainz", "sonnenhang.de"));
        for (int ago : List.of(401, 400)) {
            counted(hub);
            hub.execute("update quality_day set day = day - " + ago + " where day > current_date - 300");
            isDue();
        }
        counted(hub);

        assertEquals(
                List.of("0", "400"),
                hub.column("select distinct cast(clock_timestamp() at time zone 'UTC' as date) - day as ago"
                        + " from quality_day order by ago"));
        assertEquals(1, scores(30, "phone").size());
        assertEquals(1, scores(400, "phone").size(), "today is the first of them");
        assertEquals(2, scores(401, "phone").size());
    }

    @Test
    void of_two_hubs_one_counts_and_the_other_one_does_not_count_again() {
        sales.edit("S1", company("Weingut Sonnenhang", "", "Mainz", "sonnenhang.de"));
        hub.settle();
        try (SimulatedHub other = hub.beside()) {
            Count count = hub.bean(CountScores.class).begin().orElseThrow();
            assertEquals(Optional.empty(), other.bean(CountScores.class).begin(), "while the first one counts");

            toItsEnd(hub, count);

            assertEquals(Optional.empty(), other.bean(CountScores.class).begin(), "after it has counted");
            assertEquals(Share.of(1, 1), score("sales", "name").completeness());
        }
    }

    @Test
    void a_hub_that_was_given_up_while_it_counted_writes_nothing_over_the_count_of_the_other_one() {
        sales.edit("S1", company("Weingut Sonnenhang", "", "Mainz", "sonnenhang.de"));
        hub.settle();
        try (SimulatedHub other = hub.beside()) {
            Count slow = hub.bean(CountScores.class).begin().orElseThrow();
            isDue();
            sales.edit("S1", Map.of("Phone", "+49613112345"));
            hub.settle();
            count(other);

            assertFalse(hub.bean(CountScores.class).next(slow));
            assertFalse(hub.bean(CountScores.class).next(slow));

            assertEquals(Share.of(1, 1), score("sales", "phone").completeness());
        }
    }

    @Test
    void a_hub_that_dies_while_it_counts_is_followed_by_another_one() {
        sales.edit("S1", company("Weingut Sonnenhang", "", "Mainz", "sonnenhang.de"));
        hub.settle();
        assertTrue(hub.bean(CountScores.class).begin().isPresent());
        assertEquals(1, hub.number("select count(*) from quality_turn where due_at < now() + interval '11 minutes'"));

        isDue();
        count(hub);

        assertEquals(Share.of(1, 1), score("sales", "name").completeness());
    }

    @Test
    void many_records_are_counted_page_by_page() {
        hub.execute(
                "insert into golden (id, entity, created_at) values"
                        + " ('00000000-0000-0000-0000-000000000007', 'company', now())",
                "insert into source_record (crm, object, record_id, entity, golden_id, standing)"
                        + " select 'sales', 'Company', 'many-' || number, 'company',"
                        + " '00000000-0000-0000-0000-000000000007', 'PRESENT' from generate_series(1, 12000) as number",
                "insert into held_value (source_id, field, value, pending)"
                        + " select id, 'Phone', '+4940' || id, '[]' from source_record where id % 2 = 0");
        Count count = hub.bean(CountScores.class).begin().orElseThrow();
        int pages = toItsEnd(hub, count);

        assertTrue(pages >= 3, pages + " pages");
        assertEquals(Share.of(6_000, 12_000), score("sales", "phone").completeness());
        assertEquals(1, hub.number("select count(*) from quality_turn where due_at > now() + interval '50 minutes'"));
    }

    private static Map<String, String> company(String name, String phone, String city, String website) {
        return Map.of("Name", name, "Phone", phone, "City", city, "Website", website);
    }

    /** The same customer, whichever CRM has it. */
    private static void brandt(SimulatedCrm crm, String phone, String city) {
        crm.edit("Autohaus Brandt", company("Autohaus Brandt", phone, city, "brandt.de"));
    }

    private void isDue() {
        hub.execute("update quality_turn set due_at = now()");
    }

    private void counted(SimulatedHub by) {
        by.settle();
        isDue();
        count(by);
    }

    private static void count(SimulatedHub by) {
        toItsEnd(by, by.bean(CountScores.class).begin().orElseThrow());
    }

    /** @return how many pages it had */
    private static int toItsEnd(SimulatedHub by, Count count) {
        int pages = 0;
        while (by.bean(CountScores.class).next(count)) {
            pages++;
        }
        return pages;
    }

    private Score score(String crm, String attribute) {
        return hub.bean(Scores.class).of(Optional.of(crm), 1).stream()
                .filter(score -> score.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private List<Score> scores(int days, String attribute) {
        return hub.bean(Scores.class).of(Optional.of("sales"), days).stream()
                .filter(score -> score.attribute().equals(attribute))
                .toList();
    }

    private List<RefusedValue> refused(String attribute) {
        return hub.bean(RefusedValues.class)
                .of("sales", "company", attribute, 0)
                .orElseThrow();
    }
}
