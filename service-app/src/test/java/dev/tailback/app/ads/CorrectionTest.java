package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Worker;
import dev.tailback.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static Org org;
    private static Line line;
    private final String contract = Ids.contract();
    private final String small = Ids.product();
    private final String gigantic = Ids.product();

    @BeforeAll
    static void start() {
        org = Org.start();
        org.goDown();
        line = Line.to(org.address());
    }

    @AfterAll
    static void end() {
        line.close();
        org.close();
    }

    @BeforeEach
    void nothing_waits() {
        line.reportAll();
    }

    @Test
    void other_units_make_the_next_version_of_the_same_entry() {
        Answer created = create(small, 2);
        Answer corrected = line.staff().correct(created, ad("Spring", contract, small, 3));
        assertEquals(200, corrected.status(), corrected.body()::toString);
        assertEquals("\"2\"", corrected.tag());
        assertEquals(1, corrected.body().path("entries").size());
        entry(corrected, 0, small, 3, false, 2);
        assertEquals(created.entryId(0), corrected.entryId(0));
    }

    @Test
    void a_dropped_product_is_cancelled() {
        Answer created = create(small, 2, gigantic, 1);
        Answer corrected = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        entry(corrected, 0, small, 2, true, 2);
        entry(corrected, 1, gigantic, 1, false, 1);
    }

    @Test
    void a_new_product_replaces_a_dropped_one() {
        Answer created = create(small, 1);
        Answer corrected = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        entry(corrected, 0, small, 1, true, 2);
        entry(corrected, 1, gigantic, 1, false, 1);
        assertEquals(corrected.entryId(0), corrected.entry(1).path("replaces").asText());
        assertEquals("WAITS_FOR_REPLACED", corrected.entry(1).path("code").asText());
    }

    @Test
    void a_new_product_with_nothing_dropped_replaces_nothing() {
        Answer created = create(small, 2);
        Answer corrected = line.staff().correct(created, ad("Spring", contract, small, 1, gigantic, 1));
        entry(corrected, 0, small, 1, false, 2);
        entry(corrected, 1, gigantic, 1, false, 1);
        assertTrue(corrected.entry(1).path("replaces").isNull());
    }

    @Test
    void another_contract_cancels_everything_and_books_anew() {
        Answer created = create(small, 1, gigantic, 1);
        String other = Ids.contract();
        String there = Ids.product();
        Answer corrected = line.staff().correct(created, ad("Spring", other, there, 4));
        entry(corrected, 0, small, 1, true, 2);
        entry(corrected, 1, gigantic, 1, true, 2);
        entry(corrected, 2, there, 4, false, 1);
        assertEquals(other, corrected.entry(2).path("contractId").asText());
        assertEquals(other, corrected.body().path("contractId").asText());
    }

    @Test
    void the_same_again_changes_nothing() {
        Answer created = create(small, 1);
        Answer corrected = line.staff().correct(created, ad("Spring", contract, small, 1));
        assertEquals(created.tag(), corrected.tag());
        entry(corrected, 0, small, 1, false, 1);
    }

    @Test
    void a_title_alone_makes_a_new_version_with_the_same_units() {
        Answer created = create(small, 1);
        Answer corrected = line.staff().correct(created, ad("Summer", contract, small, 1));
        assertEquals("Summer", corrected.body().path("title").asText());
        assertEquals("\"2\"", corrected.tag());
        entry(corrected, 0, small, 1, false, 2);
    }

    @Test
    void a_product_that_comes_back_is_a_new_entry() {
        Answer created = create(small, 1, gigantic, 1);
        Answer without = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        Answer again = line.staff().correct(without, ad("Spring", contract, gigantic, 1, small, 5));
        assertEquals(3, again.body().path("entries").size());
        entry(again, 0, small, 1, true, 2);
        entry(again, 2, small, 5, false, 1);
    }

    @Test
    void a_correction_says_why_in_the_history() {
        Answer created = create(small, 1);
        String body = ad("Spring", contract, small, 2).replace("{\"title\"", "{\"reason\":\"Counted wrong\",\"title\"");
        JsonNode last =
                line.staff().correct(created, body).entry(0).path("history").path(1);
        assertEquals("CORRECTED", last.path("what").asText());
        assertEquals("service", last.path("who").asText());
        assertEquals("Counted wrong", last.path("reason").asText());
    }

    @Test
    void only_the_newest_version_is_sent() {
        Answer created = create(small, 1);
        line.relay();
        Answer second = line.staff().correct(created, ad("Spring", contract, small, 2));
        line.staff().correct(second, ad("Spring", contract, small, 3));
        line.relay();
        List<UsageRecord> sent = line.worker().acceptAll();
        assertEquals(1, sent.size());
        assertEquals(3, sent.get(0).version());
        assertEquals(3, sent.get(0).units());
    }

    @Test
    void a_replacement_is_sent_only_after_the_cancellation_was_accepted() {
        Answer created = create(small, 1);
        line.reportAll();
        Answer corrected = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        line.relay();
        List<UsageRecord> first = line.worker().acceptAll();
        assertEquals(1, first.size());
        assertTrue(first.get(0).cancelled());
        line.relay();
        assertTrue(line.worker().acceptAll().isEmpty());
        line.outcomes();
        line.relay();
        List<UsageRecord> second = line.worker().acceptAll();
        assertEquals(corrected.entryId(1), second.get(0).entryId().toString());
        line.outcomes();
        assertEquals("Reported", line.staff().read(created).state(1));
    }

    @Test
    void a_rejected_cancellation_shows_why_on_both_entries_and_reverting_it_withdraws_the_replacement() {
        Answer created = create(small, 1);
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        Answer rejected = line.staff().read(created);
        assertEquals("Rejected", rejected.state(0));
        assertEquals("USAGE_LOCKED", rejected.entry(0).path("code").asText());
        assertEquals("Rejected", rejected.state(1));
        assertEquals("REPLACED_REJECTED", rejected.entry(1).path("code").asText());
        assertEquals("Rejected", rejected.body().path("state").asText());

        assertEquals(200, revert(rejected).status());
        Answer reverted = line.staff().read(created);
        entry(reverted, 0, small, 1, false, 1);
        assertEquals("Reported", reverted.state(0));
        assertTrue(reverted.entry(1).path("cancelled").asBoolean());
        assertEquals("WITHDRAWN", reverted.entry(1).path("code").asText());
        line.relay();
        assertTrue(line.worker().acceptAll().isEmpty());
    }

    @Test
    void moved_twice_while_nothing_went_out_the_last_one_waits_for_what_salesforce_holds_and_shows_why_it_cannot_go() {
        Answer created = create(small, 1);
        line.reportAll();
        String third = Ids.product();
        Answer once = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        Answer twice = line.staff().correct(once, ad("Spring", contract, third, 1));
        assertEquals(created.entryId(0), twice.entry(2).path("replaces").asText());
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        Answer rejected = line.staff().read(created);
        assertEquals("Rejected", rejected.state(2), rejected.body()::toPrettyString);
        assertEquals("REPLACED_REJECTED", rejected.entry(2).path("code").asText());

        revert(rejected);
        line.reportAll();
        line.reportAll();
        Answer reverted = line.staff().read(created);
        entry(reverted, 0, small, 1, false, 1);
        assertTrue(reverted.entry(1).path("cancelled").asBoolean());
        assertTrue(reverted.entry(2).path("cancelled").asBoolean());
        assertEquals("Reported", reverted.body().path("state").asText());
    }

    @Test
    void moved_twice_the_last_one_goes_once_salesforce_took_the_first_back() {
        Answer created = create(small, 1);
        line.reportAll();
        String third = Ids.product();
        Answer once = line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        line.staff().correct(once, ad("Spring", contract, third, 1));
        line.reportAll();
        line.reportAll();
        line.reportAll();
        Answer done = line.staff().read(created);
        assertEquals("Reported", done.body().path("state").asText(), done.body()::toPrettyString);
        entry(done, 0, small, 1, true, 2);
        entry(done, 1, gigantic, 1, true, 2);
        entry(done, 2, third, 1, false, 1);
    }

    @Test
    void a_rejected_cancellation_that_is_retried_lets_the_replacement_go() {
        Answer created = create(small, 1);
        line.reportAll();
        line.staff().correct(created, ad("Spring", contract, gigantic, 1));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        Answer retried = line.staff().post("/api/usage/" + created.entryId(0) + "/retry");
        assertEquals("Waiting", retried.body().path("state").asText());
        line.reportAll();
        line.reportAll();
        Answer done = line.staff().read(created);
        assertEquals("Reported", done.state(0));
        assertEquals("Reported", done.state(1));
    }

    @Test
    void an_ad_on_a_wrong_contract_that_salesforce_refused_can_be_moved_without_it() {
        Answer created = create(small, 1);
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "INVALID_CROSS_REFERENCE_KEY"));
        line.outcomes();
        String there = Ids.product();
        line.staff().correct(created, ad("Spring", Ids.contract(), there, 1));
        line.reportAll();
        Answer moved = line.staff().read(created);
        assertEquals("WITHDRAWN", moved.entry(0).path("code").asText());
        assertEquals("Reported", moved.state(1));
    }

    @Test
    void cancelling_an_ad_cancels_its_entries_and_doing_it_again_changes_nothing() {
        Answer created = create(small, 1, gigantic, 2);
        line.reportAll();
        Answer cancelled = line.staff().cancel(created);
        assertEquals(200, cancelled.status());
        assertTrue(cancelled.body().path("cancelled").asBoolean());
        entry(cancelled, 0, small, 1, true, 2);
        entry(cancelled, 1, gigantic, 2, true, 2);
        assertEquals(cancelled.tag(), line.staff().cancel(cancelled).tag());
        Answer late = line.staff().correct(cancelled, ad("Spring", contract, small, 1));
        assertEquals(409, late.status());
        assertEquals("ad_cancelled", late.code());
        line.reportAll();
        assertEquals("Reported", line.staff().read(created).state(0));
    }

    @Test
    void a_refused_cancellation_of_an_ad_that_is_taken_back_makes_the_ad_live_again() {
        Answer created = create(small, 1);
        line.reportAll();
        line.staff().cancel(created);
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        revert(created);
        Answer live = line.staff().read(created);
        assertEquals(false, live.body().path("cancelled").asBoolean());
        assertEquals("\"3\"", live.tag());
    }

    @Test
    void without_if_match_nothing_is_changed() {
        Answer created = create(small, 1);
        String path = "/api/ads/" + created.id();
        Answer put = line.staff().send("PUT", path, ad("Spring", contract, small, 2), Map.of());
        assertEquals(428, put.status());
        assertEquals("precondition_required", put.code());
        assertEquals(428, line.staff().send("DELETE", path, "", Map.of()).status());
        assertEquals(created.tag(), line.staff().read(created).tag());
    }

    @Test
    void a_stale_if_match_is_refused_with_the_current_one() {
        Answer created = create(small, 1);
        line.staff().correct(created, ad("Spring", contract, small, 2));
        Answer stale = line.staff().correct(created, ad("Spring", contract, small, 9));
        assertEquals(412, stale.status());
        assertEquals("stale", stale.code());
        assertEquals("\"2\"", stale.body().path("currentETag").asText());
        assertEquals(412, line.staff().cancel(created).status());
        assertEquals(2, line.staff().read(created).entry(0).path("units").asInt());
    }

    @Test
    void of_two_people_who_correct_the_same_version_one_is_told_to_read_again() throws Exception {
        Answer created = create(small, 1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> people = IntStream.rangeClosed(2, 9)
                .<Callable<Integer>>mapToObj(units -> () -> line.staff()
                        .correct(created, ad("Spring", contract, small, units))
                        .status())
                .toList();
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> person : threads.invokeAll(people)) {
            answers.add(person.get());
        }
        threads.shutdown();
        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertEquals(7, answers.stream().filter(status -> status == 412).count());
        assertEquals("\"2\"", line.staff().read(created).tag());
    }

    @Test
    void a_star_takes_whatever_is_there_and_a_weak_tag_never_matches() {
        Answer created = create(small, 1);
        String path = "/api/ads/" + created.id();
        String body = ad("Spring", contract, small, 2);
        assertEquals(
                412,
                line.staff()
                        .send("PUT", path, body, Map.of("If-Match", "W/\"1\""))
                        .status());
        assertEquals(
                412,
                line.staff().send("PUT", path, body, Map.of("If-Match", "1")).status());
        assertEquals(
                200,
                line.staff().send("PUT", path, body, Map.of("If-Match", "*")).status());
        assertEquals(
                200,
                line.staff()
                        .send("PUT", path, body, Map.of("If-Match", "\"7\", \"2\""))
                        .status());
    }

    @Test
    void what_is_read_during_a_correction_is_one_version_of_the_ad_and_its_entries() throws Exception {
        Answer created = create(small, 1);
        Future<?> corrections = inBackground(() -> {
            Answer seen = created;
            for (int version = 2; version <= 200; version++) {
                seen = line.staff().correct(seen, ad("Spring", contract, small, version));
            }
            return seen;
        });
        while (!corrections.isDone()) {
            Answer read = line.staff().read(created);
            assertEquals(
                    read.body().path("version").asLong(),
                    read.entry(0).path("units").asLong(),
                    read.body()::toPrettyString);
        }
        assertEquals(200, line.staff().read(created).entry(0).path("units").asInt());
    }

    private static Future<Answer> inBackground(Callable<Answer> work) {
        FutureTask<Answer> task = new FutureTask<>(work);
        new Thread(task, "corrections").start();
        return task;
    }

    /** Going back asks Salesforce; nothing else here needs it. */
    private static Answer revert(Answer ad) {
        return org.upFor(() -> line.staff().post("/api/usage/" + ad.entryId(0) + "/revert"));
    }

    private Answer create(Object... products) {
        Answer created = line.staff().create(ad("Spring", contract, products));
        assertEquals(201, created.status(), created.body()::toString);
        return created;
    }

    private static void entry(Answer ad, int index, String product, int units, boolean cancelled, long version) {
        JsonNode entry = ad.entry(index);
        assertEquals(product, entry.path("contractProductId").asText());
        assertEquals(units, entry.path("units").asInt());
        assertEquals(cancelled, entry.path("cancelled").asBoolean());
        assertEquals(version, entry.path("version").asLong());
    }
}
