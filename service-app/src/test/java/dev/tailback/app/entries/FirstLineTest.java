package dev.tailback.app.entries;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.usage.UsageRecord;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FirstLineTest {

    private static Line line;

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void an_ad_goes_to_the_queue_and_its_outcome_comes_back() {
        String product = Ids.product();
        Answer created = line.staff().create(ad("Spring", Ids.contract(), product, 2));
        assertEquals(201, created.status(), created.body()::toString);
        assertEquals("/api/ads/" + created.id(), created.location().orElseThrow());
        assertEquals("Waiting", created.state(0));

        line.relay();
        List<UsageRecord> sent = line.worker().acceptAll();
        assertEquals(1, sent.size());
        assertEquals(created.entryId(0), sent.get(0).entryId().toString());
        assertEquals(2, sent.get(0).units());

        line.outcomes();
        Answer reported = line.staff().read(created);
        assertEquals("Reported", reported.state(0), reported.body()::toPrettyString);
        assertEquals(1, reported.entry(0).path("reportedVersion").asLong());
        assertTrue(reported.entry(0).path("salesforceId").asText().startsWith("a02"));
        assertEquals(2, reported.entry(0).path("history").size());
    }
}
