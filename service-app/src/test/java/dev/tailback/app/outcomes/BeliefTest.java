package dev.tailback.app.outcomes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Worker;
import dev.tailback.localservices.RedisWire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who can write to Redis changes records on their way, and makes up answers. */
class BeliefTest {

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
    void units_changed_on_their_way_are_not_taken_for_ours_and_salesforce_gets_ours_in_the_end() throws IOException {
        Answer created = booking.create(booking.small(), 3);
        line.relay();
        String key = "tailback:{usage-0}:g:" + booking.contract();
        forge("HSET " + key + " " + created.entryId(0) + " \"1|0|1|{\\\"v\\\":1,\\\"product\\\":\\\"" + booking.small()
                + "\\\",\\\"units\\\":4,\\\"cancelled\\\":false,\\\"ad\\\":\\\"AD-1\\\"}\"");
        assertEquals(4, line.worker().settle(org::send).get(0).units());
        line.outcomes();
        assertEquals("Waiting", booking.entry(created).path("state").asText());
        assertEquals(0, booking.entry(created).path("reportedVersion").asLong());

        booking.report();
        assertEquals("Reported", booking.entry(created).path("state").asText());
        assertEquals(3, booking.entry(created).path("reportedUnits").asInt());
        assertEquals(3, booking.held(created).path("Units__c").asInt(), booking.held(created)::toPrettyString);
    }

    @Test
    void an_acceptance_far_above_every_version_changes_nothing_and_blocks_no_entry() throws IOException {
        Answer created = booking.create(booking.small(), 3);
        tell(created, booking.contract(), "9007199254740991,0,\"a02000000000001AAA\",null,null,\"ACCEPTED\"");
        line.outcomes();
        JsonNode entry = booking.entry(created);
        assertEquals(1, entry.path("version").asLong());
        assertEquals(0, entry.path("reportedVersion").asLong());
        assertEquals(1, booking.report().size());
        assertEquals("Reported", booking.entry(created).path("state").asText());
    }

    @Test
    void an_answer_under_another_contract_is_not_believed() throws IOException {
        Answer created = booking.create(booking.small(), 3);
        tell(created, "800000000000000AAA", "1,0,\"a02000000000001AAA\",null,null,\"ACCEPTED\"");
        tell(created, "800000000000000AAA", "1,1,null,\"USAGE_LOCKED\",\"Made up.\",\"PARKED\"");
        line.outcomes();
        assertEquals("Waiting", booking.entry(created).path("state").asText());
    }

    @Test
    void an_acceptance_of_other_content_for_a_rejected_entry_is_looked_up_in_salesforce() throws IOException {
        Answer created = booking.create(booking.small(), 3);
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        tell(created, booking.contract(), "1,0,\"a02000000000001AAA\",null,null,\"ACCEPTED\",null,null,12345");
        line.outcomes();
        assertEquals("Rejected", booking.entry(created).path("state").asText());
        line.pass(Duration.ofSeconds(10));
        line.findLateArrivals();
        assertEquals("Rejected", booking.entry(created).path("state").asText(), "Salesforce holds nothing");
    }

    @Test
    void an_acceptance_of_an_older_worker_that_names_no_content_is_believed() throws IOException {
        Answer created = booking.create(booking.small(), 3);
        tell(created, booking.contract(), "1,0,\"a02000000000001AAA\",null,null,\"ACCEPTED\"");
        line.outcomes();
        assertEquals("Reported", booking.entry(created).path("state").asText());
    }

    @Test
    void an_acceptance_that_names_what_was_sent_is_believed_for_every_version() {
        Answer created = booking.create(booking.small(), 3);
        line.relay();
        line.worker().settle(org::send);
        booking.correct(created, booking.small(), 2);
        line.outcomes();
        assertEquals(1, booking.entry(created).path("reportedVersion").asLong());
        booking.report();
        assertEquals(2, booking.entry(created).path("reportedUnits").asInt());
    }

    @Test
    void a_next_attempt_in_a_hundred_years_is_cut_to_a_day() throws IOException {
        Answer created = booking.create(booking.small(), 3);
        tell(created, booking.contract(), "1,1,null,\"ROW_BUSY\",\"Made up.\",\"RETRYING\",4954521600000");
        line.outcomes();
        JsonNode entry = booking.entry(created);
        assertEquals("Retrying", entry.path("state").asText());
        Instant next = Instant.parse(entry.path("nextAttemptAt").asText());
        assertTrue(next.isBefore(Instant.now().plus(Duration.ofDays(2))), entry::toPrettyString);
    }

    private void tell(Answer ad, String contract, String rest) throws IOException {
        String outcomes = "[[\"" + ad.entryId(0) + "\",\"" + contract + "\"," + rest + "]]";
        forge("XADD tailback:{usage-0}:outcomes * at 1 n 1 outcomes \"" + outcomes.replace("\"", "\\\"") + "\"");
    }

    private void forge(String command) throws IOException {
        String answer = RedisWire.ask(line.redis().uri(), command);
        assertTrue(!answer.startsWith("-"), answer);
    }
}
