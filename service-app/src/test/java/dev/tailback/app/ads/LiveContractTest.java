package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line with a Salesforce at its end: Magic Ads Inc bought 5 gigantic and 3 small units. */
class LiveContractTest {

    private Org org;
    private Line line;
    private String contract;
    private String small;
    private String gigantic;

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
        found.path("products").forEach(product -> {
            if (product.path("product").asText().equals("Small")) {
                small = product.path("id").asText();
            } else {
                gigantic = product.path("id").asText();
            }
        });
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_ad_becomes_consumed_units_on_the_contract() {
        Answer created = create(small, 1);
        assertEquals("consumed 0, available 3, waiting 1", units("Small"));
        assertEquals("Small", created.entry(0).path("product").asText());
        assertEquals("Magic Ads Inc", created.body().path("customer").asText());
        report();
        assertEquals("Reported", line.staff().read(created).state(0));
        assertEquals("consumed 1, available 2, waiting 0", units("Small"));
    }

    @Test
    void more_units_than_are_left_are_refused_with_the_numbers() {
        create(small, 1);
        report();
        create(small, 1);
        Answer refused = line.staff().create(ad("Spring", contract, small, 3));
        assertEquals(409, refused.status());
        assertEquals("not_enough_units", refused.code());
        assertEquals("Small", refused.body().path("product").asText());
        assertEquals(3, refused.body().path("requested").asInt());
        assertEquals(2, refused.body().path("available").asInt());
        assertEquals(1, refused.body().path("waiting").asInt());
        assertEquals(1, refused.body().path("remaining").asInt());
        assertEquals(201, line.staff().create(ad("Spring", contract, small, 1)).status());
    }

    @Test
    void units_that_salesforce_counts_already_are_not_counted_twice_while_their_outcome_is_on_its_way() {
        create(small, 1);
        line.relay();
        line.worker().settle(org::send);
        assertEquals("consumed 1, available 2, waiting 1", units("Small"));
        assertEquals(201, line.staff().create(ad("Spring", contract, small, 2)).status());
        line.relay();
        line.worker().settle(org::send);
        Answer refused = line.staff().create(ad("Spring", contract, small, 1));
        assertEquals(409, refused.status());
        assertEquals(0, refused.body().path("available").asInt());
        assertEquals(0, refused.body().path("remaining").asInt());
        line.outcomes();
        assertEquals("consumed 3, available 0, waiting 0", units("Small"));
    }

    @Test
    void a_correction_may_use_what_the_ad_has_already() {
        Answer created = create(small, 3);
        report();
        assertEquals(
                200,
                line.staff().correct(created, ad("Spring", contract, small, 2)).status());
        Answer now = line.staff().read(created);
        assertEquals(
                200, line.staff().correct(now, ad("Spring", contract, small, 3)).status());
        Answer more = line.staff().correct(line.staff().read(created), ad("Spring", contract, small, 4));
        assertEquals(409, more.status());
        assertEquals(3, more.body().path("remaining").asInt());
    }

    @Test
    void a_fulfilled_contract_takes_no_ad_no_correction_and_no_cancellation_but_a_title() {
        Answer created = create(small, 1);
        report();
        org.fulfil(contract);
        for (Answer refused : List.of(
                line.staff().create(ad("Late", contract, small, 1)),
                line.staff().correct(created, ad("Spring", contract, small, 2)),
                line.staff().cancel(created))) {
            assertEquals(409, refused.status());
            assertEquals("contract_fulfilled", refused.code());
            assertTrue(refused.body().path("detail").asText().contains("reopen"));
        }
        assertEquals(
                200,
                line.staff().correct(created, ad("Summer", contract, small, 1)).status());
        assertEquals("Locked", line.staff().read(created).state(0));
        assertEquals("consumed 1, available 2, waiting 0", units("Small"));
    }

    @Test
    void a_correction_that_fulfilment_overtook_is_rejected_and_can_go_back() {
        Answer created = create(small, 1);
        report();
        org.fault("[{\"kind\":\"down\"}]");
        Answer corrected = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        assertEquals(200, corrected.status(), corrected.body()::toString);
        org.heal();
        org.fulfil(contract);
        report();
        Answer rejected = line.staff().read(created);
        assertEquals("Rejected", rejected.state(0));
        assertEquals("USAGE_LOCKED", rejected.entry(0).path("code").asText());
        assertEquals("Rejected", rejected.state(1));
        line.staff().post("/api/usage/" + created.entryId(0) + "/revert");
        line.staff().get("/api/contracts/" + contract);
        Answer back = line.staff().read(created);
        assertEquals("Locked", back.state(0));
        assertEquals("WITHDRAWN", back.entry(1).path("code").asText());
        assertEquals("consumed 1, available 2, waiting 0", units("Small"));
        assertEquals("consumed 0, available 5, waiting 0", units("Gigantic"));
    }

    @Test
    void what_salesforce_does_not_know_is_refused() {
        Answer noContract = line.staff().create(ad("Spring", Ids.contract(), small, 1));
        assertEquals(400, noContract.status());
        assertEquals("unknown_contract", noContract.code());
        Answer noProduct = line.staff().create(ad("Spring", contract, Ids.product(), 1));
        assertEquals(400, noProduct.status());
        assertEquals("unknown_contract_product", noProduct.code());
        String other = line.staff()
                .get("/api/contracts?customer=Northlight")
                .body()
                .path("contracts")
                .path(0)
                .path("id")
                .asText();
        assertEquals(
                "unknown_contract_product",
                line.staff().create(ad("Spring", other, small, 1)).code());
    }

    @Test
    void while_salesforce_is_down_ads_are_saved_and_reported_when_it_is_back() {
        String other = line.staff()
                .get("/api/contracts?customer=Northlight")
                .body()
                .path("contracts")
                .path(0)
                .path("id")
                .asText();
        org.fault("[{\"kind\":\"down\"}]");
        Answer created = create(small, 2);
        assertEquals("Waiting", created.state(0));
        Answer mixedUp = line.staff().create(ad("Spring", other, small, 1));
        assertEquals("unknown_contract_product", mixedUp.code(), mixedUp.body()::toString);
        org.heal();
        report();
        assertEquals("Reported", line.staff().read(created).state(0));
        assertEquals("consumed 2, available 1, waiting 0", units("Small"));
    }

    @Test
    void a_stale_entry_that_is_retried_gets_a_version_above_the_one_in_salesforce() {
        Answer created = create(small, 1);
        String reference = created.body().path("reference").asText();
        org.write(UUID.fromString(created.entryId(0)), small, 7, 3, reference);
        report();
        assertEquals(
                "USAGE_STALE", line.staff().read(created).entry(0).path("code").asText());
        line.staff().post("/api/usage/" + created.entryId(0) + "/retry");
        report();
        Answer reported = line.staff().read(created);
        assertEquals("Reported", reported.state(0));
        assertEquals(8, reported.entry(0).path("reportedVersion").asLong());
        assertEquals("consumed 1, available 2, waiting 0", units("Small"));
    }

    @Test
    void staff_racing_for_the_last_units_while_they_are_reported_never_get_more_than_there_are() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int person = 0; person < 24; person++) {
            boolean reports = person % 6 == 5;
            requests.add(() -> {
                if (reports) {
                    report();
                    return 0;
                }
                return line.staff().create(ad("Race", contract, small, 1)).status();
            });
        }
        int got = 0;
        for (Future<Integer> request : threads.invokeAll(requests)) {
            got += request.get() == 201 ? 1 : 0;
        }
        threads.shutdown();
        report();
        assertTrue(got >= 1 && got <= 3, "got " + got);
        assertEquals("consumed " + got + ", available " + (3 - got) + ", waiting 0", units("Small"));
    }

    private Answer create(String product, int units) {
        Answer created = line.staff().create(ad("Spring", contract, product, units));
        assertEquals(201, created.status(), created.body()::toString);
        return created;
    }

    private synchronized void report() {
        for (int round = 0; round < 3; round++) {
            line.relay();
            line.worker().settle(org::send);
            line.outcomes();
        }
    }

    private String units(String product) {
        for (JsonNode line :
                line.staff().get("/api/contracts/" + contract).body().path("products")) {
            if (line.path("product").asText().equals(product)) {
                return "consumed %d, available %d, waiting %d"
                        .formatted(
                                line.path("consumed").asInt(),
                                line.path("available").asInt(),
                                line.path("waiting").asInt());
            }
        }
        throw new AssertionError("no product " + product);
    }
}
