package dev.tailback.app.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.queue.Settlement;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A send is late on the network, its repeat is refused because the contract is fulfilled; the contract is reopened, and
 * the late copy is accepted. Nobody hears of it, and yet the ledger must come to say what Salesforce holds.
 */
class LateArrivalTest {

    private Org org;
    private Line line;
    private Booking booking;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        booking = Booking.of(org, line);
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void going_back_is_refused_when_the_rejected_version_has_arrived_after_all() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        org.reopen(booking.contract());
        arrives(late);
        Answer answer = booking.revert(created);
        assertEquals(409, answer.status(), answer.body()::toPrettyString);
        assertEquals("arrived_after_all", answer.code());
        assertTrue(answer.body().path("detail").asText().contains("correct the ad"));
        assertEquals(2, answer.body().path("version").asInt());
        JsonNode entry = booking.entry(created);
        assertEquals("Reported", entry.path("state").asText());
        assertEquals(3, entry.path("units").asInt());
        assertSame(created, 2, 3);
        assertTrue(entry.path("history").findValuesAsText("what").contains("ACCEPTED"));
        assertEquals(
                0,
                line.as("operator")
                        .get("/api/operations")
                        .body()
                        .path("operations")
                        .size(),
                "nothing was taken back");
    }

    @Test
    void going_back_from_a_later_version_is_refused_when_one_in_between_has_arrived() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        booking.correctUnseen(created, booking.gigantic(), 4);
        booking.report();
        org.reopen(booking.contract());
        arrives(late);
        Answer answer = booking.revert(created);
        assertEquals("arrived_after_all", answer.code());
        JsonNode rejected = booking.entry(created);
        assertEquals("Rejected", rejected.path("state").asText());
        assertEquals(2, rejected.path("reportedVersion").asInt());
        assertEquals(3, rejected.path("reportedUnits").asInt());
        assertEquals(200, booking.revert(created).status());
        assertSame(created, 2, 3);
    }

    @Test
    void an_entry_salesforce_never_held_is_not_withdrawn_when_it_has_arrived_after_all() {
        Answer created = booking.create(booking.gigantic(), 2);
        org.fulfil(booking.contract());
        UsageRecord late = booking.report().get(0);
        org.reopen(booking.contract());
        arrives(late);
        assertEquals("arrived_after_all", booking.revert(created).code());
        assertEquals("Reported", booking.entry(created).path("state").asText());
        assertSame(created, 1, 2);
    }

    @Test
    void going_back_is_refused_while_salesforce_cannot_tell_what_it_holds() {
        Answer created = booking.create(booking.gigantic(), 1);
        correctedTooLate(created, 3);
        org.goDown();
        Answer answer = booking.revert(created);
        assertEquals(503, answer.status());
        assertEquals("salesforce_unavailable", answer.code());
        assertEquals("Rejected", booking.entry(created).path("state").asText());
        assertEquals(2, booking.entry(created).path("version").asInt());
    }

    @Test
    void a_version_that_was_never_sent_from_here_is_left_to_a_person() {
        Answer created = booking.create(booking.gigantic(), 1);
        correctedTooLate(created, 3);
        org.reopen(booking.contract());
        org.put(UUID.fromString(created.entryId(0)), booking.gigantic(), 7, 5, "AD-1");
        Answer answer = booking.revert(created);
        assertEquals(409, answer.status());
        assertEquals("newer_in_salesforce", answer.code());
        assertEquals("Rejected", booking.entry(created).path("state").asText());
        assertEquals(1, booking.entry(created).path("reportedVersion").asInt());
    }

    @Test
    void a_copy_that_arrives_after_going_back_is_found_and_what_holds_here_goes_out_above_it() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        assertEquals(200, booking.revert(created).status());
        assertEquals(
                "REVERTED",
                line.as("operator")
                        .get("/api/operations")
                        .body()
                        .path("operations")
                        .path(0)
                        .path("what")
                        .asText());
        org.reopen(booking.contract());
        arrives(late);
        lookAfter(Duration.ofSeconds(6));
        JsonNode entry = booking.entry(created);
        assertEquals("Waiting", entry.path("state").asText());
        assertEquals(2, entry.path("reportedVersion").asInt());
        assertEquals(3, entry.path("reportedUnits").asInt());
        booking.report();
        assertEquals("Reported", booking.entry(created).path("state").asText());
        assertSame(created, 3, 1);
    }

    @Test
    void a_copy_that_arrives_after_the_entry_was_withdrawn_is_found_and_cancelled_there() {
        Answer created = booking.create(booking.gigantic(), 2);
        org.fulfil(booking.contract());
        UsageRecord late = booking.report().get(0);
        assertEquals("WITHDRAWN", booking.revert(created).body().path("code").asText());
        org.reopen(booking.contract());
        arrives(late);
        lookAfter(Duration.ofSeconds(6));
        booking.report();
        assertTrue(booking.held(created).path("Cancelled__c").asBoolean());
        assertEquals("Reported", booking.entry(created).path("state").asText());
        assertSame(created, 3, 2);
    }

    @Test
    void a_rejected_entry_is_reported_automatically_when_its_copy_arrives() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        org.reopen(booking.contract());
        arrives(late);
        lookAfter(Duration.ofSeconds(6));
        assertEquals("Reported", booking.entry(created).path("state").asText());
        assertSame(created, 2, 3);
    }

    @Test
    void it_looks_again_more_and_more_seldom_until_no_copy_can_be_alive() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        booking.revert(created);
        org.reopen(booking.contract());
        lookAfter(Duration.ofSeconds(6));
        lookAfter(Duration.ofMinutes(10));
        assertEquals(1, expected());
        arrives(late);
        lookAfter(Duration.ofMinutes(20));
        assertEquals("Waiting", booking.entry(created).path("state").asText());
        booking.report();
        lookAfter(Duration.ofMinutes(20));
        assertEquals(0, expected());
        assertSame(created, 3, 1);
    }

    @Test
    void while_salesforce_is_away_no_look_is_lost() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        org.reopen(booking.contract());
        arrives(late);
        org.goDown();
        lookAfter(Duration.ofHours(1));
        assertEquals("Rejected", booking.entry(created).path("state").asText());
        org.heal();
        lookAfter(Duration.ofSeconds(31));
        assertEquals("Reported", booking.entry(created).path("state").asText());
    }

    @Test
    void what_was_corrected_since_needs_no_look() {
        Answer created = booking.create(booking.gigantic(), 1);
        correctedTooLate(created, 3);
        org.reopen(booking.contract());
        booking.correct(created, booking.gigantic(), 2);
        booking.report();
        lookAfter(Duration.ofSeconds(6));
        assertEquals(0, expected());
    }

    @Test
    void long_after_that_the_scheduled_comparison_takes_it_over() {
        Answer created = booking.create(booking.gigantic(), 1);
        UsageRecord late = correctedTooLate(created, 3);
        org.reopen(booking.contract());
        lookAfter(Duration.ofMinutes(30));
        arrives(late);
        assertEquals(1, compare(false).path("counts").path("newer").asInt());
        assertEquals("Rejected", booking.entry(created).path("state").asText(), "without repair nothing changes");
        JsonNode run = compare(true);
        assertTrue(run.path("found").path(0).path("repaired").asBoolean(), run::toPrettyString);
        assertEquals("Reported", booking.entry(created).path("state").asText());
        assertSame(created, 2, 3);
        assertEquals(0, compare(false).path("differences").asInt());
    }

    /** @return the record of the correction, whose first send is still on its way */
    private UsageRecord correctedTooLate(Answer created, int units) {
        booking.report();
        booking.correctUnseen(created, booking.gigantic(), units);
        org.fulfil(booking.contract());
        UsageRecord refused = booking.report().get(0);
        assertEquals("Rejected", booking.entry(created).path("state").asText());
        return refused;
    }

    private void arrives(UsageRecord late) {
        assertInstanceOf(Settlement.Accepted.class, booking.arrivesLate(late));
    }

    private void lookAfter(Duration time) {
        line.pass(time);
        line.findLateArrivals();
    }

    private long expected() {
        return line.number("select count(*) from late_arrival");
    }

    private void assertSame(Answer created, int version, int units) {
        JsonNode entry = booking.entry(created);
        JsonNode held = booking.held(created);
        assertEquals(version, held.path("Version__c").asInt(), "in Salesforce");
        assertEquals(units, held.path("Units__c").asInt(), "in Salesforce");
        assertEquals(version, entry.path("version").asInt(), entry::toPrettyString);
        assertEquals(version, entry.path("reportedVersion").asInt(), entry::toPrettyString);
        assertEquals(units, entry.path("units").asInt(), entry::toPrettyString);
    }

    private JsonNode compare(boolean repair) {
        return line.as("operator")
                .send("POST", "/api/sync/reconcile", "{\"reason\":\"Test\",\"repair\":" + repair + "}", Map.of())
                .body();
    }
}
