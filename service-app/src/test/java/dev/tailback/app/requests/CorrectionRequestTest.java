package dev.tailback.app.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A locked entry is corrected by asking finance, and by no other way. */
class CorrectionRequestTest {

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());
    private Booking booking;
    private Answer locked;

    @BeforeEach
    void three_gigantic_are_locked() {
        booking = Booking.of(org, line);
        locked = booking.create(booking.gigantic(), 3, booking.small(), 1);
        booking.report();
        org.fulfil(booking.contract());
        line.staff().get("/api/contracts/" + booking.contract());
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_accepted_request_is_made_as_soon_as_the_contract_is_open_and_goes_the_normal_way() {
        String id = asked(2).id();
        assertEquals(
                "Accepted", finance(id, "accept", "{}").body().path("state").asText());
        line.makeCorrections();
        assertEquals(3, booking.entry(locked).path("units").asInt(), "the contract is fulfilled still");

        org.reopen(booking.contract());
        line.makeCorrections();
        JsonNode waiting = booking.entry(locked);
        assertEquals("Waiting", waiting.path("state").asText());
        assertEquals(2, waiting.path("units").asInt());
        assertEquals("Corrected", request(id).path("state").asText());

        booking.report();
        assertEquals("Reported", booking.entry(locked).path("state").asText());
        assertEquals(2, booking.held(locked).path("Units__c").asInt());
        assertTrue(booking.entry(locked).path("history").toString().contains("accepted by finance: One too many"));
        JsonNode other = line.staff().read(locked).entry(1);
        assertEquals(1, other.path("units").asInt(), "the other entry stays as it is");
        assertEquals(1, other.path("version").asInt());
    }

    @Test
    void a_request_for_no_units_cancels_the_entry_and_leaves_the_ad_alive() {
        String id = asked(0).id();
        finance(id, "accept", "{}");
        org.reopen(booking.contract());
        line.makeCorrections();
        line.makeCorrections();
        booking.report();
        assertTrue(booking.held(locked).path("Cancelled__c").asBoolean());
        assertEquals(false, line.staff().read(locked).body().path("cancelled").asBoolean());
        assertEquals(2, booking.entry(locked).path("version").asInt(), "made once");
    }

    @Test
    void while_salesforce_cannot_be_read_an_accepted_request_waits() {
        finance(asked(2).id(), "accept", "{}");
        org.reopen(booking.contract());
        org.goDown();
        line.makeCorrections();
        assertEquals(3, booking.entry(locked).path("units").asInt());
        org.heal();
        line.makeCorrections();
        assertEquals(2, booking.entry(locked).path("units").asInt());
    }

    @Test
    void a_refusal_has_a_reason_that_staff_see_and_changes_nothing() {
        String id = asked(2).id();
        assertEquals(400, finance(id, "refuse", "{}").status());
        Answer refused = finance(id, "refuse", "{\"reason\":\"The invoice is paid\"}");
        assertEquals("Refused", refused.body().path("state").asText());
        JsonNode seen = line.staff().get("/api/correction-requests/" + id).body();
        assertEquals("The invoice is paid", seen.path("answer").asText());
        assertEquals("request_settled", finance(id, "accept", "{}").code());
        org.reopen(booking.contract());
        line.makeCorrections();
        assertEquals(3, booking.entry(locked).path("units").asInt());
    }

    @Test
    void one_request_about_an_entry_is_open_at_a_time() {
        Answer first = asked(2);
        assertEquals(
                "request_open",
                ask(booking.entry(locked).path("id").asText(), 1, "Again").code());
        Answer taken = line.staff().send("POST", path(first.id()) + "/take-back", "{}", Map.of());
        assertEquals("Taken back", taken.body().path("state").asText());
        assertEquals(201, asked(1).status());
    }

    @Test
    void only_what_is_locked_and_would_change_can_be_asked_for() {
        String entry = booking.entry(locked).path("id").asText();
        assertEquals("nothing_to_correct", ask(entry, 3, "The same").code());
        assertEquals("invalid", ask(entry, -1, "Less than none").code());
        assertEquals("invalid", ask("me", 1, "No id").code());
        assertEquals(
                "not_found",
                ask("00000000-0000-0000-0000-000000000000", 1, "Unknown").code());
        org.reopen(booking.contract());
        line.staff().get("/api/contracts/" + booking.contract());
        assertEquals("not_locked", ask(entry, 2, "Open again").code());
    }

    @Test
    void staff_ask_and_finance_answers() {
        String id = asked(2).id();
        assertEquals(
                403,
                line.staff().send("POST", path(id) + "/accept", "{}", Map.of()).status());
        assertEquals(
                403,
                line.as("finance")
                        .send("POST", "/api/correction-requests", "{}", Map.of())
                        .status());
        assertEquals(
                1,
                line.as("finance")
                        .get("/api/correction-requests?state=open")
                        .body()
                        .path("requests")
                        .size());
        assertEquals(
                400,
                line.as("finance").get("/api/correction-requests?state=odd").status());
    }

    private Answer asked(int units) {
        Answer asked = ask(booking.entry(locked).path("id").asText(), units, "One too many");
        assertEquals(201, asked.status(), asked.body().toString());
        return asked;
    }

    private Answer ask(String entryId, int units, String reason) {
        String body = "{\"entryId\":\"" + entryId + "\",\"units\":" + units + ",\"reason\":\"" + reason + "\"}";
        return line.staff().send("POST", "/api/correction-requests", body, Map.of());
    }

    private Answer finance(String id, String answer, String body) {
        return line.as("finance").send("POST", path(id) + "/" + answer, body, Map.of());
    }

    private JsonNode request(String id) {
        return line.staff().get(path(id)).body();
    }

    private static String path(String id) {
        return "/api/correction-requests/" + id;
    }
}
