package dev.tailback.app.operator.reconciliation;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People correct and workers send while ledger and Salesforce are compared, and everything goes well: no difference may
 * be seen.
 */
class BusyReconciliationTest {

    private static final int COMPARISONS = 15;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger sent = new AtomicInteger();
    private Org org;
    private Line line;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(
                org.address(), Map.of("relay.running", "true", "outcomes.running", "true", "reconciliation.page", "3"));
    }

    @AfterEach
    void end() throws InterruptedException {
        over.set(true);
        people.shutdown();
        assertTrue(people.awaitTermination(1, TimeUnit.MINUTES));
        line.close();
        org.close();
    }

    @Test
    void what_moves_while_it_compares_is_no_difference() throws Exception {
        JsonNode contract = line.staff()
                .get("/api/contracts?customer=Magic")
                .body()
                .path("contracts")
                .path(0);
        String product = contract.path("products").path(0).path("id").asText();
        Future<?> worker = people.submit(this::work);
        Future<?> staff = people.submit(() -> bookAndCorrect(contract.path("id").asText(), product));
        int compared = 0;
        while (compared < COMPARISONS || sent.get() < 3 * COMPARISONS) {
            Answer run = line.as("operator")
                    .send("POST", "/api/sync/reconcile", "{\"repair\":true,\"reason\":\"Test\"}", Map.of());
            assertEquals(200, run.status(), run.body()::toString);
            assertEquals(0, run.body().path("differences").asInt(), run.body()::toString);
            compared++;
            assertTrue(!worker.isDone() && !staff.isDone(), "somebody gave up");
        }
    }

    private void work() {
        while (!over.get()) {
            sent.addAndGet(line.worker().settle(org::send).size());
        }
    }

    private void bookAndCorrect(String contractId, String product) {
        Answer one = line.staff().create(ad("Spring", contractId, product, 1));
        int units = 1;
        while (!over.get()) {
            units = 3 - units;
            line.staff().correct(line.staff().read(one), ad("Spring", contractId, product, units));
        }
    }
}
