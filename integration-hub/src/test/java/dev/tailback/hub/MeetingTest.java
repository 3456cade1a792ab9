package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.golden.Decisions;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.records.Standing;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.Candidate;
import dev.tailback.hub.stewards.Candidates;
import dev.tailback.hub.stewards.GoneRecord;
import dev.tailback.hub.stewards.GoneRecords;
import dev.tailback.hub.stewards.JudgeCandidate;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.stewards.UndoMerge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Records of three CRMs meet, and a steward judges, wrongly and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingTest {

    private static final Map<String, String> FIELDS =
            Map.of("name", "Name", "city", "City", "phone", "Phone", "domain", "Website", "postalCode", "Zip");
    private static final Said STEWARD = new Said("sam", "");

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
        sales.clear();
        marketing.clear();
    }

    @Test
    void one_customer_in_two_crms_becomes_one_and_both_hold_the_same() {
        sales.edit("S1", company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"));
        marketing.edit("M1", company("Meyer Logistik", "Hamburg", "", "meyer-logistik.de"));

        meet();

        assertEquals(golden("sales", "S1"), golden("marketing", "M1"));
        assertEquals("+494012345678", marketing.values("M1").get("Phone"));
        assertEquals(sales.values("S1"), marketing.values("M1"));
    }

    @Test
    void strangers_stay_two() {
        sales.edit("S1", company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"));
        marketing.edit("M1", company("Bäckerei Schulze", "Leipzig", "+493419876543", "schulze-brot.de"));

        meet();

        assertNotEquals(golden("sales", "S1"), golden("marketing", "M1"));
        assertEquals(List.of(), hub.bean(Candidates.class).open(10));
        assertEquals(0, sales.writes() + marketing.writes());
    }

    @Test
    void a_steward_judges_wrongly_and_the_undo_puts_every_value_back() {
        Map<String, String> one = company("Autohaus Brandt", "Bremen", "+49421111111", "brandt-bremen.de");
        Map<String, String> other = company("Autohaus Brandt", "Bremen", "", "autohaus-brandt.com");
        sales.edit("S1", one);
        marketing.edit("M1", other);
        meet();
        Candidate asked =
                hub.bean(Candidates.class).open(10).stream().findFirst().orElseThrow();
        assertNotEquals(golden("sales", "S1"), golden("marketing", "M1"));

        assertTrue(hub.bean(JudgeCandidate.class).same(asked.id(), STEWARD));
        meet();
        assertEquals(golden("sales", "S1"), golden("marketing", "M1"));
        assertEquals(sales.values("S1"), marketing.values("M1"));

        long merge = hub.bean(UndoMerge.class).merges(10).get(0).id();
        assertTrue(hub.bean(UndoMerge.class).undo(merge, STEWARD));
        meet();

        assertNotEquals(golden("sales", "S1"), golden("marketing", "M1"));
        assertEquals(one, sales.values("S1"));
        assertEquals(other, marketing.values("M1"));
        assertFalse(hub.bean(UndoMerge.class).undo(merge, STEWARD), "a second undo has nothing to undo");
        assertFalse(hub.bean(JudgeCandidate.class).same(asked.id(), STEWARD), "an answered question is answered");
    }

    @Test
    void a_record_that_was_said_to_be_another_one_is_not_asked_about_again() {
        sales.edit("S1", company("Autohaus Brandt", "Bremen", "+49421111111", "brandt-bremen.de"));
        marketing.edit("M1", company("Autohaus Brandt", "Bremen", "", "autohaus-brandt.com"));
        meet();
        Candidate asked = hub.bean(Candidates.class).open(10).get(0);

        assertTrue(hub.bean(JudgeCandidate.class).notSame(asked.id(), STEWARD));
        meet();

        assertEquals(List.of(), hub.bean(Candidates.class).open(10));
        assertNotEquals(golden("sales", "S1"), golden("marketing", "M1"));
    }

    @Test
    void what_was_decided_says_who_won_and_why_the_other_lost() {
        sales.edit("S1", company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"));
        marketing.edit("M1", company("Meyer Logistik GmbH", "Altona", "+494012345678", "meyer-logistik.de"));
        meet();

        var city = hub.bean(Decisions.class)
                .history(golden("sales", "S1"), "city", 10)
                .get(0);

        assertTrue(city.isConflict());
        assertTrue(
                city.candidates().contains("\"Hamburg\"") && city.candidates().contains("\"Altona\""));
        assertTrue(city.rule().contains("latest change wins"), city.rule());
    }

    @Test
    void a_record_that_is_gone_before_it_is_met_is_met_when_it_comes_back() {
        sales.edit("S1", company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"));
        marketing.edit("M1", company("Meyer Logistik", "Hamburg", "", "meyer-logistik.de"));
        marketing.delete("M1");
        meet();
        assertEquals(Optional.empty(), found("marketing", "M1").golden());

        marketing.edit("M1", Map.of("City", "Hamburg-Altona"));
        meet();

        assertEquals(golden("sales", "S1"), golden("marketing", "M1"));
        assertEquals("Hamburg-Altona", sales.values("S1").get("City"));
    }

    @Test
    void a_deletion_in_one_crm_does_not_spread_and_takes_no_value_away() {
        sales.edit("S1", company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"));
        marketing.edit("M1", company("Meyer Logistik", "Hamburg", "", "meyer-logistik.de"));
        meet();

        sales.delete("S1");
        meet();

        assertEquals(Standing.GONE, found("sales", "S1").standing());
        assertEquals("+494012345678", marketing.values("M1").get("Phone"));
        GoneRecord gone = hub.bean(GoneRecords.class).open(10).get(0);
        assertEquals("sales S1 [marketing]", gone.crm() + " " + gone.recordId() + " " + gone.stillIn());
    }

    @Test
    void what_was_left_deleted_is_asked_again_when_it_comes_back_and_is_deleted_another_time() {
        sales.edit("S1", company("Meyer Logistik GmbH", "Hamburg", "+494012345678", "meyer-logistik.de"));
        marketing.edit("M1", company("Meyer Logistik", "Hamburg", "", "meyer-logistik.de"));
        meet();
        sales.delete("S1");
        meet();
        long gone = hub.bean(GoneRecords.class).open(10).get(0).id();
        assertTrue(hub.bean(GoneRecords.class).leave(gone, new Said("sue", "They closed.")));
        assertFalse(hub.bean(GoneRecords.class).leave(gone, new Said("sue", "They closed.")));
        assertEquals(List.of(), hub.bean(GoneRecords.class).open(10));

        marketing.edit("M1", Map.of("City", "Hamburg-Altona"));
        sales.edit("S1", Map.of("Zip", "22765"));
        meet();
        assertEquals(Standing.PRESENT, found("sales", "S1").standing());
        assertEquals("Hamburg-Altona", sales.values("S1").get("City"), "it gets what was agreed meanwhile");

        sales.delete("S1");
        meet();
        assertEquals(gone, hub.bean(GoneRecords.class).open(10).get(0).id());
    }

    private void meet() {
        hub.hurry();
        while (hub.round() | meetRecords()) {
            hub.hurry();
        }
    }

    private boolean meetRecords() {
        boolean moved = false;
        while (hub.bean(MeetRecord.class).next()) {
            moved = true;
        }
        return moved;
    }

    private UUID golden(String crm, String id) {
        return found(crm, id).golden().orElseThrow();
    }

    private KnownRecord found(String crm, String id) {
        return hub.bean(Records.class).find(crm, "company", id).orElseThrow();
    }

    private static Map<String, String> company(String name, String city, String phone, String domain) {
        return new TreeMap<>(Map.of("Name", name, "City", city, "Phone", phone, "Website", domain, "Zip", ""));
    }
}
