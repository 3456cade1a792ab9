package dev.tailback.app.outcomes;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Salesforce accepted the first version, the answer was lost, and the second version comes too late. */
class LostAnswersTest {

    private Org org;
    private Line line;
    private String contract;
    private String product;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        JsonNode found = line.staff()
                .get("/api/contracts?customer=Magic")
                .body()
                .path("contracts")
                .path(0);
        contract = found.path("id").asText();
        product = found.path("products").path(0).path("id").asText();
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void a_rejected_entry_shows_what_salesforce_holds_although_the_answer_to_it_was_lost() {
        Answer created = acceptedWithoutAnswerAndCorrectedTooLate();
        line.relay();
        line.worker().settle(org::send);
        line.outcomes();

        JsonNode rejected = line.staff().read(created).entry(0);
        assertEquals("Rejected", rejected.path("state").asText());
        assertEquals("USAGE_LOCKED", rejected.path("code").asText());
        assertEquals(2, rejected.path("version").asLong());
        assertEquals(1, rejected.path("reportedVersion").asLong(), rejected::toPrettyString);
        assertEquals(1, rejected.path("reportedUnits").asInt());
    }

    @Test
    void going_back_goes_back_to_it_and_withdraws_nothing_that_salesforce_counts() {
        Answer created = acceptedWithoutAnswerAndCorrectedTooLate();
        line.relay();
        line.worker().settle(org::send);
        line.outcomes();
        Answer reverted = line.staff().post("/api/usage/" + created.entryId(0) + "/revert");

        assertEquals(1, reverted.body().path("version").asLong(), reverted.body()::toPrettyString);
        assertEquals(1, reverted.body().path("units").asInt());
        assertEquals(false, reverted.body().path("cancelled").asBoolean());
    }

    @Test
    void while_salesforce_cannot_tell_the_refusal_does_not_count_and_it_is_asked_again() {
        Answer created = acceptedWithoutAnswerAndCorrectedTooLate();
        line.relay();
        line.worker().settle(org::send);
        org.fault("[{\"kind\":\"down\"}]");
        line.outcomes();
        assertEquals("Waiting", line.staff().read(created).state(0));

        org.heal();
        line.pass(Duration.ofSeconds(15));
        line.relay();
        line.worker().settle(org::send);
        line.outcomes();
        JsonNode rejected = line.staff().read(created).entry(0);
        assertEquals("Rejected", rejected.path("state").asText());
        assertEquals(1, rejected.path("reportedVersion").asLong(), rejected::toPrettyString);
    }

    @Test
    void an_acceptance_that_was_lost_is_told_in_the_history() {
        Answer created = acceptedWithoutAnswerAndCorrectedTooLate();
        line.relay();
        line.worker().settle(org::send);
        line.outcomes();

        JsonNode history = line.staff().read(created).entry(0).path("history");
        assertTrue(history.findValuesAsText("what").contains("ACCEPTED"), history::toPrettyString);
    }

    private Answer acceptedWithoutAnswerAndCorrectedTooLate() {
        Answer created = line.staff().create(ad("Spring", contract, product, 1));
        line.relay();
        line.worker().settle(org::send);
        line.wipeRedis();
        line.staff().correct(created, ad("Spring", contract, product, 2));
        org.fulfil(contract);
        return created;
    }
}
