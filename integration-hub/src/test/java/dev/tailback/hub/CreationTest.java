package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.Candidate;
import dev.tailback.hub.stewards.Candidates;
import dev.tailback.hub.stewards.JudgeCandidate;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.stewards.UndoMerge;
import dev.tailback.hub.writes.WriteCreations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Marketing wants the customers that it has none of; sales wants none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreationTest {

    private static final Map<String, String> FIELDS =
            Map.of("name", "Name", "city", "City", "phone", "Phone", "domain", "Website");
    private static final MappedObject PLAIN = new MappedObject("company", "Company", FIELDS);
    private static final MappedObject CREATING = PLAIN.creating(new Creates("HubKey", Set.of("name")));
    private static final Said STEWARD = new Said("sam", "");
    private static final Interrupted.Writing AS_USUAL = (object, writes, crm) -> crm.write(object, writes);

    private final SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
    private final SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
    private Interrupted.Writing writing = AS_USUAL;
    private SimulatedHub hub;

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, List.of(PLAIN)),
                new Connection(
                        "marketing",
                        Interrupted.at(marketing, (object, writes, crm) -> writing.write(object, writes, crm)),
                        List.of(CREATING))));
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @BeforeEach
    void forget() {
        hub.forget();
        sales.clear();
        marketing.clear();
        writing = AS_USUAL;
    }

    @Test
    void a_customer_that_marketing_has_none_of_is_created_there_by_its_own_id_and_then_it_is_quiet() {
        sales.edit("S1", meyer());

        hub.settle();

        String made = theOnlyOne();
        Map<String, String> expected = new TreeMap<>(meyer());
        expected.put("HubKey", golden("sales", "S1").toString());
        assertEquals(expected, marketing.values(made));
        assertEquals(golden("sales", "S1"), golden("marketing", made));
        assertEquals(List.of(), hub.bean(Facts.class).of(found("marketing", made)), "nobody said anything there");
        assertEquals(1, marketing.writes());
        assertEquals(0, sales.writes());
    }

    @Test
    void what_a_person_changes_in_the_created_record_reaches_the_others() {
        sales.edit("S1", meyer());
        hub.settle();

        marketing.edit(theOnlyOne(), Map.of("Phone", "+494099999999"));
        hub.settle();

        assertEquals("+494099999999", sales.values("S1").get("Phone"));
        assertEquals(1, marketing.ids().size());
    }

    @Test
    void nothing_is_created_in_a_crm_that_does_not_want_it() {
        marketing.edit("M1", meyer());

        hub.settle();

        assertEquals(List.of(), sales.ids());
    }

    @Test
    void a_customer_that_both_have_is_not_created() {
        sales.edit("S1", meyer());
        marketing.edit("M1", meyer());

        hub.settle();

        assertEquals(List.of("M1"), marketing.ids());
    }

    @Test
    void a_customer_without_what_is_needed_waits_until_it_has_it() {
        Map<String, String> nameless = meyer();
        nameless.put("Name", "");
        sales.edit("S1", nameless);
        hub.settle();
        assertEquals(List.of(), marketing.ids());

        sales.edit("S1", meyer());
        hub.settle();

        assertEquals("Meyer Logistik GmbH", marketing.values(theOnlyOne()).get("Name"));
    }

    @Test
    void what_a_person_deleted_there_is_not_created_again() {
        sales.edit("S1", meyer());
        hub.settle();
        marketing.delete(theOnlyOne());
        hub.settle();

        sales.edit("S1", Map.of("City", "Bremen"));
        hub.settle();

        assertEquals(List.of(), marketing.ids());
    }

    @Test
    void nothing_is_created_before_the_crm_was_read_to_its_end() {
        marketing.edit("M1", meyer());
        sales.edit("S1", meyer());
        hub.read(connection("sales"), PLAIN);
        hub.meetAll();
        hub.consider();

        assertEquals(0, hub.bean(WriteCreations.class).next(connection("marketing"), CREATING));

        hub.settle();
        assertEquals(List.of("M1"), marketing.ids());
    }

    @Test
    void what_a_steward_may_join_is_not_created_until_it_is_said_to_be_another_one() {
        sales.edit("S1", company("Autohaus Brandt", "Bremen", "+49421111111", "brandt-bremen.de"));
        marketing.edit("M1", company("Autohaus Brandt", "Bremen", "", "autohaus-brandt.com"));
        hub.settle();
        assertEquals(List.of("M1"), marketing.ids());

        Candidate asked = hub.bean(Candidates.class).open(10).get(0);
        assertTrue(hub.bean(JudgeCandidate.class).notSame(asked.id(), STEWARD));
        hub.settle();

        assertEquals(2, marketing.ids().size());
        assertEquals(0, hub.bean(Candidates.class).open(10).size());
    }

    @Test
    void a_lost_answer_is_found_by_the_key_and_nothing_is_created_twice() {
        writing = (object, writes, crm) -> {
            crm.write(object, writes);
            writing = AS_USUAL;
            return lost(writes.size());
        };
        sales.edit("S1", meyer());

        hub.settle();

        assertEquals(golden("sales", "S1"), golden("marketing", theOnlyOne()));
        assertEquals(List.of(), hub.bean(Facts.class).of(found("marketing", theOnlyOne())));
        assertEquals(1, marketing.writes());
    }

    @Test
    void what_was_lost_before_it_came_there_is_repeated_once_the_readings_do_not_tell_of_it() {
        writing = (object, writes, crm) -> {
            writing = AS_USUAL;
            return lost(writes.size());
        };
        sales.edit("S1", meyer());
        hub.settle();
        assertEquals(List.of(), marketing.ids(), "a CRM may tell of it some moments late");

        aMinutePasses();
        hub.settle();

        assertEquals(golden("sales", "S1"), golden("marketing", theOnlyOne()));
    }

    @Test
    void a_repeat_that_finds_the_record_there_creates_nothing() {
        writing = (object, writes, crm) -> {
            crm.write(object, writes);
            writing = AS_USUAL;
            return lost(writes.size());
        };
        sales.edit("S1", meyer());
        hub.read(connection("marketing"), CREATING);
        hub.read(connection("sales"), PLAIN);
        hub.meetAll();
        hub.consider();
        hub.read(connection("marketing"), CREATING);
        hub.bean(WriteCreations.class).next(connection("marketing"), CREATING);
        aMinutePasses();
        hub.hurry();
        // The CRM's list is a minute late, and so tells of nothing.
        hub.execute("update change_cursor set told_until = clock_timestamp() where crm = 'marketing'");
        hub.bean(WriteCreations.class).next(connection("marketing"), CREATING);

        hub.settle();

        assertEquals(golden("sales", "S1"), golden("marketing", theOnlyOne()));
        assertEquals(2, marketing.writes());
    }

    @Test
    void a_hub_that_dies_between_the_write_and_its_outcome_is_followed_by_another_one() {
        writing = (object, writes, crm) -> {
            crm.write(object, writes);
            throw new Died();
        };
        sales.edit("S1", meyer());
        assertThrows(Died.class, hub::settle);
        writing = AS_USUAL;

        try (SimulatedHub other = hub.beside()) {
            other.settle();
        }

        assertEquals(golden("sales", "S1"), golden("marketing", theOnlyOne()));
        assertEquals(List.of(), hub.bean(Facts.class).of(found("marketing", theOnlyOne())));
        assertEquals(1, marketing.writes());
    }

    @Test
    void a_hub_that_dies_before_the_write_is_followed_when_its_call_must_have_ended() {
        writing = (object, writes, crm) -> {
            throw new Died();
        };
        sales.edit("S1", meyer());
        assertThrows(Died.class, hub::settle);
        writing = AS_USUAL;
        hub.settle();
        assertEquals(List.of(), marketing.ids());

        hub.execute("update creation set sent_until = sent_until - interval '5 minutes'");
        hub.settle();

        assertEquals(golden("sales", "S1"), golden("marketing", theOnlyOne()));
    }

    @Test
    void what_a_person_typed_into_a_record_whose_answer_was_lost_is_not_replaced() {
        writing = (object, writes, crm) -> {
            crm.write(object, writes);
            marketing.edit(marketing.ids().get(0), Map.of("Phone", "+494099999999"));
            writing = AS_USUAL;
            return lost(writes.size());
        };
        sales.edit("S1", meyer());

        hub.settle();

        assertEquals("+494099999999", marketing.values(theOnlyOne()).get("Phone"));
        assertEquals("+494099999999", sales.values("S1").get("Phone"));
        assertEquals(0, marketing.overwritten());
    }

    @Test
    void two_hubs_create_it_once() {
        sales.edit("S1", meyer());
        hub.read(connection("marketing"), CREATING);
        hub.read(connection("sales"), PLAIN);
        hub.meetAll();
        hub.consider();
        hub.read(connection("marketing"), CREATING);

        try (SimulatedHub other = hub.beside()) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                    () -> hub.bean(WriteCreations.class).next(connection("marketing"), CREATING));
            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(
                    () -> other.bean(WriteCreations.class).next(connection("marketing"), CREATING));
            assertEquals(1, first.join() + second.join());
        }

        assertEquals(1, marketing.writes());
    }

    @Test
    void a_refused_customer_waits_for_a_person_and_is_created_when_it_is_mended() {
        writing = (object, writes, crm) -> new Answer.Given<>(writes.stream()
                .<Written>map(write -> new Written.Refused(
                        "INVALID_PHONE", "This is no phone number.", java.util.Optional.of("Phone"), false))
                .toList());
        sales.edit("S1", meyer());
        hub.settle();
        assertEquals(1, hub.number("select count(*) from creation where state = 'REFUSED'"));
        writing = AS_USUAL;
        hub.settle();
        assertEquals(List.of(), marketing.ids());

        sales.edit("S1", Map.of("Phone", "+494012345679"));
        hub.settle();

        assertEquals("+494012345679", marketing.values(theOnlyOne()).get("Phone"));
    }

    @Test
    void a_customer_that_is_deleted_in_sales_and_typed_there_again_is_known_by_what_was_created() {
        sales.edit("S1", meyer());
        hub.settle();
        sales.delete("S1");
        hub.settle();

        sales.edit("S2", meyer());
        hub.settle();

        assertEquals(golden("sales", "S2"), golden("marketing", theOnlyOne()));
    }

    @Test
    void a_merge_after_it_was_created_keeps_both_and_its_undo_gives_each_back_its_own() {
        sales.edit("S1", company("Autohaus Brandt", "Bremen", "+49421111111", "brandt-bremen.de"));
        sales.edit("S2", company("Autohaus Brandt", "Bremen", "", "autohaus-brandt.com"));
        hub.settle();
        List<Candidate> open = hub.bean(Candidates.class).open(10);
        assertEquals(List.of(), marketing.ids(), "both wait for the steward");
        assertTrue(hub.bean(JudgeCandidate.class).same(open.get(0).id(), STEWARD));
        hub.settle();
        String made = theOnlyOne();

        long merge = hub.bean(UndoMerge.class).merges(10).get(0).id();
        assertTrue(hub.bean(UndoMerge.class).undo(merge, STEWARD));
        hub.settle();

        assertNotEquals(golden("sales", "S1"), golden("sales", "S2"));
        assertEquals(2, marketing.ids().size(), "what was created stays, and the other one has none any more");
        assertTrue(Set.of(golden("sales", "S1"), golden("sales", "S2")).contains(golden("marketing", made)));
        assertEquals(
                Set.of("brandt-bremen.de", "autohaus-brandt.com"),
                Set.of(
                        marketing.values(marketing.ids().get(0)).get("Website"),
                        marketing.values(marketing.ids().get(1)).get("Website")));
    }

    private static Answer<List<Written>> lost(int writes) {
        return new Answer.Given<>(java.util.Collections.nCopies(writes, new Written.Unknown("The connection broke.")));
    }

    private void aMinutePasses() {
        hub.execute("update creation set sent_until = sent_until - interval '1 minute'");
    }

    private Connection connection(String crm) {
        return hub.connections()
                .filter(one -> one.crm().equals(crm))
                .findFirst()
                .orElseThrow();
    }

    private String theOnlyOne() {
        assertEquals(1, marketing.ids().size());
        return marketing.ids().get(0);
    }

    private UUID golden(String crm, String id) {
        return found(crm, id).golden().orElseThrow();
    }

    private KnownRecord found(String crm, String id) {
        return hub.bean(Records.class).find(crm, "company", id).orElseThrow();
    }

    private static Map<String, String> meyer() {
        return company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de");
    }

    private static Map<String, String> company(String name, String city, String phone, String domain) {
        return new TreeMap<>(Map.of("Name", name, "City", city, "Phone", phone, "Website", domain));
    }
}
