package dev.tailback.hub.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.simulation.WatchedHub;
import dev.tailback.mapping.drift.Weight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The schema of one CRM changes while records of two CRMs are kept one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftTest {

    private static final Map<String, String> FIELDS =
            Map.of("name", "Name", "city", "City", "phone", "Phone", "domain", "Website");
    private static final String PHONE = "+494012345678";
    private static final String OTHER_PHONE = "+494099999999";

    private final WatchedHub hub = WatchedHub.start(List.of(
            new Connection("sales", new ChangingCrm(FIELDS.values()), List.of()),
            new Connection("marketing", new ChangingCrm(FIELDS.values()), List.of())));
    private ChangingCrm sales = new ChangingCrm(FIELDS.values());
    private ChangingCrm marketing = new ChangingCrm(FIELDS.values());

    @BeforeEach
    void begin() {
        sales = new ChangingCrm(FIELDS.values());
        marketing = new ChangingCrm(FIELDS.values());
        hub.begin(List.of(
                new Connection("sales", sales, List.of(new MappedObject("company", "Company", FIELDS))),
                new Connection("marketing", marketing, List.of(new MappedObject("company", "Company", FIELDS)))));
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void without_the_watch_one_field_that_went_stops_all_others() {
        hub.unwatched();
        meet();
        sales.remove("Phone");

        sales.records().edit("S1", Map.of("City", "Altona"));
        marketing.records().edit("M1", Map.of("Phone", OTHER_PHONE, "Name", "Meyer Logistik AG"));
        hub.settle();

        assertEquals("Hamburg", marketing.records().values("M1").get("City"), "the whole question is refused");
        assertEquals("Meyer Logistik GmbH", sales.records().values("S1").get("Name"), "the whole record is refused");
    }

    @Test
    void a_field_that_went_stops_alone_and_all_others_go_on_in_both_directions() {
        meet();
        sales.remove("Phone");

        sales.records().edit("S1", Map.of("City", "Altona"));
        marketing.records().edit("M1", Map.of("Phone", OTHER_PHONE, "Name", "Meyer Logistik AG"));
        hub.settle();

        assertEquals("Altona", marketing.records().values("M1").get("City"));
        assertEquals("Meyer Logistik AG", sales.records().values("S1").get("Name"));
        assertEquals(0, hub.bean(Intents.class).open());
        StoppedField stopped = hub.bean(Drift.class).stopped("sales").get(0);
        assertEquals("Phone phone FIELD", stopped.field() + " " + stopped.attribute() + " " + stopped.scope());
        assertTrue(stopped.sentence().startsWith("Company.Phone is gone"), stopped.sentence());
        assertFalse(stopped.canBeAccepted());
    }

    @Test
    void a_write_that_was_refused_because_of_the_field_is_written_without_it() {
        meet();
        sales.remove("Phone");

        marketing.records().edit("M1", Map.of("Phone", OTHER_PHONE, "City", "Altona"));
        hub.settle();

        assertEquals("Altona", sales.records().values("S1").get("City"));
        assertEquals(PHONE, sales.records().values("S1").get("Phone"), "nobody wrote there");
    }

    @Test
    void without_the_watch_a_field_that_is_told_empty_when_it_went_empties_it_everywhere() {
        sales.silent();
        hub.unwatched();
        meet();
        sales.remove("Phone");

        sales.records().edit("S1", Map.of("City", "Altona"));
        hub.settle();

        assertEquals("", marketing.records().values("M1").get("Phone"));
    }

    @Test
    void a_field_that_is_told_empty_when_it_went_was_not_emptied_by_people() {
        sales.silent();
        meet();
        sales.remove("Phone");

        sales.records().edit("S1", Map.of("City", "Altona"));
        hub.settle();

        assertEquals(PHONE, marketing.records().values("M1").get("Phone"));
        assertEquals("Altona", marketing.records().values("M1").get("City"));
        assertEquals(1, hub.bean(Drift.class).stopped().size());
    }

    @Test
    void what_a_person_empties_is_emptied() {
        sales.silent();
        meet();

        sales.records().edit("S1", Map.of("Phone", ""));
        hub.settle();

        assertEquals("", marketing.records().values("M1").get("Phone"));
        assertEquals(List.of(), hub.bean(Drift.class).stopped());
    }

    @Test
    void what_people_typed_while_the_field_could_not_be_seen_is_found_when_it_is_back() {
        meet();
        sales.remove("Phone");
        hub.settle();
        hub.lookNow();
        sales.records().edit("S1", Map.of("Phone", OTHER_PHONE));
        hub.settle();
        assertEquals(PHONE, marketing.records().values("M1").get("Phone"));

        sales.put(ChangingCrm.field("Phone", "string", true));
        hub.lookNow();
        hub.settle();

        assertEquals(OTHER_PHONE, marketing.records().values("M1").get("Phone"));
        assertEquals(List.of(), hub.bean(Drift.class).stopped());
    }

    @Test
    void what_was_agreed_while_the_field_could_not_be_seen_is_written_when_it_is_back() {
        meet();
        sales.remove("Phone");
        hub.lookNow();
        marketing.records().edit("M1", Map.of("Phone", OTHER_PHONE));
        hub.settle();

        sales.put(ChangingCrm.field("Phone", "string", true));
        hub.lookNow();
        hub.settle();

        assertEquals(OTHER_PHONE, sales.records().values("S1").get("Phone"));
    }

    @Test
    void a_field_that_is_made_anew_is_filled_again_and_empties_nothing() {
        meet();
        sales.remove("Phone");
        hub.lookNow();
        sales.records().edit("S1", Map.of("Phone", ""));

        sales.put(ChangingCrm.field("Phone", "string", true));
        hub.lookNow();
        hub.settle();

        assertEquals(PHONE, sales.records().values("S1").get("Phone"));
        assertEquals(PHONE, marketing.records().values("M1").get("Phone"));
    }

    @Test
    void writing_ends_after_a_field_was_gone_and_is_back() {
        meet();
        sales.remove("Phone");
        hub.lookNow();
        sales.put(ChangingCrm.field("Phone", "string", true));
        hub.lookNow();
        hub.settle();
        long writes = sales.records().writes() + marketing.records().writes();

        hub.settle();

        assertEquals(writes, sales.records().writes() + marketing.records().writes());
        assertEquals(0, hub.bean(Intents.class).open());
    }

    @Test
    void a_field_that_our_user_may_not_write_is_still_read() {
        meet();
        sales.put(ChangingCrm.field("Phone", "string", false));
        marketing.records().edit("M1", Map.of("Phone", OTHER_PHONE, "City", "Altona"));
        hub.settle();
        assertEquals("Altona", sales.records().values("S1").get("City"));
        assertEquals(PHONE, sales.records().values("S1").get("Phone"));

        sales.records().edit("S1", Map.of("Phone", "+494011111111"));
        hub.settle();
        assertEquals("+494011111111", marketing.records().values("M1").get("Phone"));

        sales.put(ChangingCrm.field("Phone", "string", true));
        marketing.records().edit("M1", Map.of("Phone", "+494022222222"));
        hub.settle();
        hub.lookNow();
        hub.settle();
        assertEquals("+494022222222", sales.records().values("S1").get("Phone"));
    }

    @Test
    void a_field_of_another_type_stops_until_a_person_accepts_it() {
        meet();
        sales.put(ChangingCrm.field("Phone", "double", true));
        hub.lookNow();
        StoppedField stopped = hub.bean(Drift.class).stopped("sales").get(0);
        assertTrue(stopped.sentence().contains("double (was string)"), stopped.sentence());
        assertTrue(stopped.canBeAccepted());

        assertTrue(hub.bean(AcceptField.class).accept("sales", "Company", "Phone", "ada"));
        hub.lookNow();

        assertEquals(List.of(), hub.bean(Drift.class).stopped());
        assertFalse(hub.bean(AcceptField.class).accept("sales", "Company", "Phone", "ada"), "nothing is stopped");
        long version = hub.bean(Drift.class).versions("sales").get(0).id();
        assertTrue(hub.bean(Drift.class).changes(version).stream()
                .anyMatch(change -> change.sentence().contains("accepted by ada")));
    }

    @Test
    void an_object_that_went_stops_alone_and_what_it_missed_follows_when_it_is_back() {
        meet();
        sales.objectGone(true);
        hub.settle();
        marketing.records().edit("M1", Map.of("City", "Altona"));
        hub.settle();
        assertEquals(
                StopScope.OBJECT, hub.bean(Drift.class).stopped("sales").get(0).scope());

        sales.records().edit("S1", Map.of("Phone", OTHER_PHONE));
        sales.objectGone(false);
        hub.lookNow();
        hub.settle();

        assertEquals("Altona", sales.records().values("S1").get("City"));
        assertEquals(OTHER_PHONE, marketing.records().values("M1").get("Phone"));
        assertEquals(List.of(), hub.bean(Drift.class).stopped());
    }

    @Test
    void refusals_that_smell_of_the_schema_ask_for_it_once_a_minute() {
        meet();
        hub.execute("update schema_watch set looked_at = now(), due_at = now() + interval '1 hour'");
        long before = sales.schemas();
        for (int time = 0; time < 20; time++) {
            hub.bean(WatchSchemas.class).smelled(hub.full("sales"));
        }
        assertEquals(before, sales.schemas(), "it was asked less than a minute ago");

        hub.execute("update schema_watch set looked_at = now() - interval '2 minutes'");
        for (int time = 0; time < 20; time++) {
            hub.bean(WatchSchemas.class).smelled(hub.full("sales"));
        }
        assertEquals(before + 1, sales.schemas());
    }

    @Test
    void while_something_is_stopped_the_schema_is_looked_at_each_five_minutes() {
        String next = "select extract(epoch from due_at - looked_at)::integer from schema_watch where crm = 'sales'";
        meet();
        hub.lookNow();
        assertEquals(3600, hub.number(next));

        sales.remove("Phone");
        hub.lookNow();
        assertEquals(300, hub.number(next));

        hub.bean(WatchSchemas.class).lookSoon("sales");
        assertTrue(hub.number(next) <= 5, "a person wants to know");
    }

    @Test
    void who_wants_a_look_while_another_one_is_under_way_gets_one_of_their_own() {
        meet();
        sales.remove("Phone");
        hub.lookNow();
        sales.whileAsked(() -> hub.bean(WatchSchemas.class).lookSoon("sales"));
        hub.lookNow();
        sales.whileAsked(() -> {});

        assertEquals(
                5,
                hub.number("select extract(epoch from due_at - looked_at)::integer from schema_watch "
                        + "where crm = 'sales'"));
    }

    @Test
    void additions_are_told_and_stop_nothing() {
        meet();
        sales.put(ChangingCrm.field("Fax", "phone", true));
        hub.lookNow();

        long version = hub.bean(Drift.class).versions("sales").get(0).id();
        SchemaChange change = hub.bean(Drift.class).changes(version).get(0);
        assertEquals(Weight.HARMLESS, change.weight());
        assertEquals("Company has new fields, which are not mapped: Fax.", change.sentence());
        assertEquals(List.of(), hub.bean(Drift.class).stopped());
    }

    @Test
    void the_newest_20_schemas_are_kept() {
        meet();
        for (int field = 0; field < 25; field++) {
            sales.put(ChangingCrm.field("Extra" + field, "string", true));
            hub.lookNow();
        }

        assertEquals(20, hub.bean(Drift.class).versions("sales").size());
    }

    @Test
    void two_hubs_do_not_ask_for_a_schema_at_one_time() {
        meet();
        hub.execute("update schema_watch set due_at = now() - interval '1 second'");
        long before = sales.schemas();

        hub.bean(WatchSchemas.class).watch(hub.full("sales"));
        hub.bean(WatchSchemas.class).watch(hub.full("sales"));

        assertEquals(before + 1, sales.schemas());
    }

    @Test
    void a_field_that_is_mapped_later_is_read_of_all_records() {
        Map<String, String> more = new TreeMap<>(FIELDS);
        more.put("postalCode", "Zip");
        sales.put(ChangingCrm.field("Zip", "string", true));
        marketing.put(ChangingCrm.field("Zip", "string", true));
        meet();
        sales.records().edit("S1", Map.of("Zip", "20095"));
        hub.settle();

        hub.mapped("sales", List.of(new MappedObject("company", "Company", more)));
        hub.mapped("marketing", List.of(new MappedObject("company", "Company", more)));
        hub.lookNow();
        hub.settle();

        assertEquals("20095", marketing.records().values("M1").get("Zip"));
    }

    /** One company in both CRMs, and both hold the same. */
    private void meet() {
        sales.records().edit("S1", company(PHONE));
        marketing.records().edit("M1", company(""));
        hub.settle();
        assertEquals(PHONE, marketing.records().values("M1").get("Phone"));
    }

    private static Map<String, String> company(String phone) {
        return Map.of("Name", "Meyer Logistik GmbH", "City", "Hamburg", "Phone", phone, "Website", "meyer-logistik.de");
    }
}
