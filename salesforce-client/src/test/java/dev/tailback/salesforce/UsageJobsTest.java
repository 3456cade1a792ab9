package dev.tailback.salesforce;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.bulk.JobFailed;
import dev.tailback.salesforce.bulk.JobState;
import dev.tailback.salesforce.bulk.SavedRow;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk jobs over HTTP, against an org that executes the shipped schema, and against answers that no org would give. */
class UsageJobsTest {
    private static final Path SCHEMA = Path.of("..", "salesforce-schema");

    private final LocalOrg org =
            LocalOrg.start(LocalOrgOptions.of(SCHEMA.resolve("force-app")).withSeed(SCHEMA.resolve("data")));
    private final WireOrg wire = new WireOrg();
    private final SalesforceSession session = new SalesforceSession(
            SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"), Clock.systemUTC());
    private final UsageReader usage = new UsageReader(session, Mapping::tailback);
    private final List<Optional<ApiUsage>> called = new ArrayList<>();
    private final UsageJobs jobs = new UsageJobs(session, Mapping::tailback, called::add);

    @AfterEach
    void close() {
        wire.close();
        org.close();
    }

    @Test
    void a_job_saves_rows_and_tells_which() throws JobFailed {
        UsageSnapshot one = snapshot(1, "AD-1", Optional.of(shown("Spring, \"big\"\nand wide")));
        UsageSnapshot other = snapshot(1, "AD-2", Optional.empty());
        List<SavedRow> saved = saved(List.of(one, other));

        assertEquals(2, saved.size());
        for (SavedRow row : saved) {
            HeldUsage held = held(row.entryId());
            assertEquals(held.salesforceId(), row.salesforceId());
            assertEquals(1, row.version());
            assertTrue(row.created());
        }
        assertTrue(called.stream().allMatch(Optional::isPresent), "each call tells of the day's calls");
        assertEquals("Spring, \"big\"\nand wide", text(one, "Ad_Title__c"));
    }

    @Test
    void a_row_that_the_rules_refuse_is_not_among_the_saved() throws JobFailed {
        UsageSnapshot newer = snapshot(5, "AD-1", Optional.empty());
        assertEquals(1, saved(List.of(newer)).size());
        UsageSnapshot older =
                new UsageSnapshot(newer.entryId(), newer.contractProductId(), 4, 9, false, "AD-1", Optional.empty());
        UsageSnapshot good = snapshot(1, "AD-2", Optional.empty());
        assertEquals(
                List.of(good.entryId()),
                saved(List.of(older, good)).stream().map(SavedRow::entryId).toList());
        assertEquals(5, held(newer.entryId()).version());
    }

    @Test
    void what_an_ad_has_no_more_is_taken_away_and_what_is_not_said_stays() throws JobFailed {
        UsageSnapshot full = snapshot(1, "AD-1", Optional.of(shown("Full")));
        saved(List.of(full));
        AdShown bare = new AdShown("Bare", Optional.empty(), Optional.empty(), Optional.empty());
        saved(List.of(again(full, 2, Optional.of(bare))));
        assertEquals("Bare", text(full, "Ad_Title__c"));
        assertEquals("null", text(full, "Customer_Reference__c"));
        assertEquals("null", text(full, "Service_Date__c"));
        assertEquals("https://ads.example/1", text(full, "Ad_Link__c"));
        saved(List.of(again(full, 3, Optional.empty())));
        assertEquals("Bare", text(full, "Ad_Title__c"));
    }

    @Test
    void a_text_that_would_take_a_field_away_is_left_to_a_call() throws JobFailed {
        UsageSnapshot odd = snapshot(1, "AD-1", Optional.of(shown("#N/A")));
        UsageSnapshot good = snapshot(1, "AD-2", Optional.of(shown("N/A")));
        assertEquals(
                List.of(good.entryId()),
                saved(List.of(odd, good)).stream().map(SavedRow::entryId).toList());
    }

    @Test
    void a_job_that_is_aborted_is_over() throws JobFailed {
        String job = jobs.create();
        assertEquals(JobState.OPEN, jobs.report(job).state());
        assertFalse(jobs.report(job).state().isOver());
        jobs.abort(job);
        assertTrue(jobs.report(job).state().isOver());
        assertTrue(assertThrows(JobFailed.class, () -> jobs.begin(job)).isRefused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Please wait</html>", "{}", "{\"id\":\"../../x\",\"state\":\"Done\"}", "[1]"})
    void an_answer_that_is_none_is_a_failure_that_may_pass(String body) {
        wire.answering(WireOrg.answer(200, body));
        UsageJobs lied = new UsageJobs(wire.session(), Mapping::tailback, called::add);
        assertFalse(assertThrows(JobFailed.class, lied::create).isRefused());
        assertFalse(assertThrows(JobFailed.class, () -> lied.report("750000000000001AAA"))
                .isRefused());
        assertFalse(assertThrows(JobFailed.class, () -> lied.saved("750000000000001AAA"))
                .getMessage()
                .isBlank());
    }

    @Test
    void rows_that_do_not_say_what_was_saved_are_left_out() throws JobFailed {
        UUID entry = UUID.randomUUID();
        wire.answering(WireOrg.answer(
                200,
                "\"sf__Id\",\"sf__Created\",\"Version__c\",\"External_Id__c\"\n"
                        + "\"a01000000000001AAA\",\"true\",\"2.0\",\"" + entry + "\"\n"
                        + "\"a01000000000001AAA\",\"true\",\"-2\",\"" + entry + "\"\n"
                        + "\"\",\"true\",\"1\",\"" + entry + "\"\n"
                        + "\"a01000000000001AAA\",\"true\",\"1\",\"no id\"\n"
                        + "\"a01000000000001AAA\"\n",
                "Sforce-Locator",
                "null"));
        assertEquals(
                List.of(new SavedRow(entry, 2, "a01000000000001AAA", true)),
                new UsageJobs(wire.session(), Mapping::tailback, called::add).saved("750000000000001AAA"));
    }

    @Test
    void many_rows_come_page_by_page() throws JobFailed {
        String header = "\"sf__Id\",\"sf__Created\",\"External_Id__c\",\"Version__c\"\n";
        wire.answering(
                WireOrg.answer(200, header + row(), "Sforce-Locator", "MjAwMDA"),
                WireOrg.answer(200, header + row(), "Sforce-Locator", "null"));
        assertEquals(
                2,
                new UsageJobs(wire.session(), Mapping::tailback, called::add)
                        .saved("750000000000001AAA")
                        .size());
        assertTrue(wire.requests().get(1).target().endsWith("/successfulResults?locator=MjAwMDA"));
    }

    @Test
    void salesforces_own_refusal_is_told_from_an_outage() {
        wire.answering(
                WireOrg.answer(400, "[{\"errorCode\":\"FEATURENOTENABLED\",\"message\":\"Bulk is off\"}]"),
                WireOrg.answer(503, "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"Busy\"}]"));
        UsageJobs other = new UsageJobs(wire.session(), Mapping::tailback, called::add);
        JobFailed refused = assertThrows(JobFailed.class, other::create);
        assertTrue(refused.isRefused());
        assertEquals("FEATURENOTENABLED", refused.code());
        assertFalse(assertThrows(JobFailed.class, other::create).isRefused());
    }

    private static String row() {
        return "\"a01000000000001AAA\",\"false\",\"" + UUID.randomUUID() + "\",\"1\"\n";
    }

    private List<SavedRow> saved(List<UsageSnapshot> snapshots) throws JobFailed {
        String job = jobs.create();
        jobs.upload(job, snapshots);
        jobs.begin(job);
        await().until(() -> jobs.report(job).state().isOver());
        assertEquals(JobState.COMPLETE, jobs.report(job).state());
        return jobs.saved(job);
    }

    private UsageSnapshot snapshot(long version, String reference, Optional<AdShown> ad) {
        return new UsageSnapshot(UUID.randomUUID(), product().id(), version, 1, false, reference, ad);
    }

    private static UsageSnapshot again(UsageSnapshot before, long version, Optional<AdShown> ad) {
        return new UsageSnapshot(before.entryId(), before.contractProductId(), version, 1, false, "AD-1", ad);
    }

    private static AdShown shown(String title) {
        return new AdShown(
                title,
                Optional.of(LocalDate.of(2026, 11, 29)),
                Optional.of("PO-7"),
                Optional.of("https://ads.example/1"));
    }

    private ContractProduct product() {
        return found(new ContractReader(session, Mapping::tailback)
                        .search(new ContractSearch(Optional.of("Magic Ads"), Optional.empty(), 0, 1)))
                .contracts()
                .get(0)
                .products()
                .get(0);
    }

    private HeldUsage held(UUID entry) {
        return found(usage.byEntryIds(List.of(entry))).get(0);
    }

    private String text(UsageSnapshot snapshot, String field) {
        String row = "/services/data/v62.0/sobjects/Product_Usage__c/External_Id__c/" + snapshot.entryId();
        try {
            return new SignedCalls(session)
                    .get(row, new SignedCalls.Bounds(Duration.ofSeconds(20), 1_000_000))
                    .json()
                    .orElseThrow()
                    .path(field)
                    .asText();
        } catch (CallBroken broken) {
            throw new AssertionError(broken);
        }
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("the local org answered " + reading);
    }
}
