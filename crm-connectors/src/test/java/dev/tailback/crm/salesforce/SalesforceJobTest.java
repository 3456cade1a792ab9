package dev.tailback.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.salesforce.JobWay.Reply;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Very many upserts go as one Bulk job, and whatever becomes of it, each record gets its own answer. */
class SalesforceJobTest {

    private static final String OBJECT = "Account";
    private static final String KEY = "Hub_Key__c";
    private static final int MANY = WriteUpserts.MOST_IN_COLLECTIONS + 1;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OK = "new";

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(Path.of("src", "test", "resources", "hub-org")));
    private final JobWay way = new JobWay(org.uri());
    private final Connector connector = connector(JobClock.real());

    private Connector connector(JobClock clock) {
        return new SalesforceConnector(
                new SalesforceSession(
                        SalesforceConfiguration.of(way.uri().toString(), "tailback", "local-org", "62.0")
                                .withTimeouts(PATIENCE, PATIENCE, PATIENCE),
                        new SettableClock()),
                SalesforceObjects.of(List.of(OBJECT)),
                clock);
    }

    /** Rests cost no time, but their time passes. */
    private static JobClock quick() {
        AtomicLong now = new AtomicLong();
        return new JobClock(now::get, time -> {
            now.addAndGet(time.toNanos());
            return true;
        });
    }

    @AfterEach
    void close() {
        way.close();
        org.close();
    }

    @Test
    void one_job_writes_them_all_and_a_repeat_makes_no_second_one() {
        List<Write> writes = upserts(MANY);

        List<Written> first = given(connector.write(OBJECT, writes));
        List<Written> again = given(connector.write(OBJECT, writes));

        assertEquals(Map.of(OK, (long) MANY), fates(first));
        assertEquals(Map.of("changed", (long) MANY), fates(again));
        assertEquals(
                first.stream().map(SalesforceJobTest::id).toList(),
                again.stream().map(SalesforceJobTest::id).toList());
        assertEquals("Customer 2000", name(id(first.get(2000))));
        assertEquals(2, way.calls(JobWay.CREATE));
    }

    @Test
    void five_thousand_cost_far_fewer_calls_as_a_job_than_as_collections() {
        given(connector.write(OBJECT, upserts(1)));
        long begun = sent();
        given(connector.write(OBJECT, upserts(5_000)));
        long asJob = sent() - begun;
        List<Write> writes = upserts(5_000);
        for (int from = 0; from < writes.size(); from += 200) {
            given(connector.write(OBJECT, writes.subList(from, from + 200)));
        }
        long asCollections = sent() - begun - asJob;

        assertEquals(50, asCollections, "one to write and one to read what was stored, for each 200");
        // A slow machine looks at its job more often.
        assertTrue(asJob >= 6 && asJob <= 25, asJob + " calls");
        assertEquals(5 + way.calls(JobWay.LOOK), asJob);
    }

    @Test
    void up_to_two_thousand_go_as_collections_and_what_was_stored_is_read() {
        List<Written> written = given(connector.write(OBJECT, upserts(401)));

        assertEquals(Map.of(OK, 401L), fates(written));
        assertEquals(0, way.calls(JobWay.CREATE));
        assertTrue(written.stream().allMatch(one -> stored(one).containsKey("Name")));
    }

    @Test
    void updates_never_go_together_with_very_many() {
        List<Write> writes = upserts(MANY);
        writes.set(0, new Write.Create(Map.of("Name", "One")));

        assertTrue(assertThrows(IllegalArgumentException.class, () -> connector.write(OBJECT, writes))
                .getMessage()
                .contains("send 200 at most"));
    }

    @Test
    void each_row_gets_its_own_verdict() {
        List<Write> writes = upserts(MANY + 4);
        writes.set(3, upsert(3, Map.of("Name", "Long", "Phone", "0".repeat(60))));
        writes.set(4, upsert(4, Map.of("Name", "#N/A")));
        writes.set(5, upsert(5, Map.of("Name", "Quoted, \"so\"\nto say", "AnnualRevenue", "1E3", "Site", "")));
        writes.set(6, upsert(7, Map.of("Name", "The same key")));
        writes.set(8, upsert(8, Map.of("Name", "No number", "AnnualRevenue", "many")));

        List<Written> written = given(connector.write(OBJECT, writes));

        assertEquals("STRING_TOO_LONG at Phone", fate(written.get(3)));
        assertEquals("#N/A", name(id(written.get(4))));
        assertEquals("Quoted, \"so\"\nto say", name(id(written.get(5))));
        assertEquals("1000", held(id(written.get(5))).values().get("AnnualRevenue"));
        assertEquals(List.of("new", "changed"), List.of(fate(written.get(6)), fate(written.get(7))));
        assertEquals(id(written.get(6)), id(written.get(7)));
        assertEquals("INVALID_TYPE at AnnualRevenue", fate(written.get(8)));
        assertEquals(MANY + 1, fates(written).get(OK));
    }

    @Test
    void where_no_job_is_taken_some_go_as_collections_and_the_others_get_the_refusal() {
        way.spoil(
                JobWay.CREATE,
                org -> Reply.json(400, "[{\"errorCode\":\"EXCEEDEDQUOTA\",\"message\":\"No more batches today.\"}]"));

        List<Written> written = given(connector.write(OBJECT, upserts(MANY + 1)));

        assertEquals(Map.of(OK, 2_000L, "EXCEEDEDQUOTA for now", 2L), fates(written));
        assertEquals(OK, fate(written.get(1_999)));
    }

    @Test
    void a_job_that_the_daily_limit_refuses_is_unavailable_and_says_how_long() {
        way.spoil(
                JobWay.CREATE,
                org -> Reply.json(
                        403,
                        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]"));

        assertEquals("QUOTA_USED_UP PT5M", whole(connector.write(OBJECT, upserts(MANY))));
    }

    @ParameterizedTest
    @ValueSource(strings = {JobWay.CREATE, JobWay.UPLOAD})
    void an_answer_that_is_lost_before_the_job_begins_has_written_nothing(String call) {
        way.spoil(call, org -> {
            org.on();
            return Reply.LOST;
        });

        assertEquals("NO_ANSWER PT0S", whole(connector.write(OBJECT, upserts(MANY))));
        assertEquals(OK, fate(given(connector.write(OBJECT, upserts(1))).get(0)));
    }

    @Test
    void an_answer_that_is_lost_when_the_job_begins_is_made_up_by_a_look() {
        way.spoil(JobWay.CHANGE, 1, org -> {
            org.on();
            return Reply.LOST;
        });

        assertEquals(Map.of(OK, (long) MANY), fates(given(connector.write(OBJECT, upserts(MANY)))));
    }

    @Test
    void a_job_that_was_never_told_to_begin_is_told_again() {
        way.spoil(JobWay.CHANGE, 1, org -> Reply.LOST);

        assertEquals(Map.of(OK, (long) MANY), fates(given(connector.write(OBJECT, upserts(MANY)))));
        assertEquals(2, way.calls(JobWay.CHANGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {JobWay.LOOK, JobWay.SAVED, JobWay.REFUSED})
    void an_org_that_is_away_for_a_moment_is_asked_again(String call) {
        way.spoil(call, 1, org -> new Reply(503, "text/html", "<html>Back soon.</html>"));

        assertEquals(Map.of(OK, (long) MANY), fates(given(connector.write(OBJECT, upserts(MANY)))));
    }

    @Test
    void a_job_that_takes_too_long_is_ended_and_nothing_is_known_of_its_records() {
        way.spoil(JobWay.CHANGE, 1, org -> Reply.json(200, "{}"));
        way.spoil(JobWay.LOOK, org -> Reply.json(200, "{\"state\":\"InProgress\"}"));

        List<Written> written = given(connector(quick()).write(OBJECT, upserts(MANY)));

        assertTrue(written.stream().allMatch(one -> fate(one).startsWith("unknown ")), fate(written.get(0)));
        assertEquals(2, way.calls(JobWay.CHANGE), "it was told to end");
        assertTrue(way.calls(JobWay.LOOK) <= 25, way.calls(JobWay.LOOK) + " looks in eight minutes");
        assertEquals(OK, fate(given(connector.write(OBJECT, upserts(1))).get(0)), "nothing comes late");
    }

    @Test
    void what_a_late_job_has_saved_is_told() {
        way.spoil(JobWay.LOOK, org -> Reply.json(200, "{\"state\":\"InProgress\"}"));
        way.spoil(JobWay.SAVED, org -> saved("k1"));

        List<Written> written = given(connector(quick()).write(OBJECT, upserts(MANY)));

        assertEquals(OK, fate(written.get(1)));
        assertTrue(fate(written.get(2)).contains("was told to end"), fate(written.get(2)));
    }

    @Test
    void a_job_of_which_nothing_is_told_any_more_leaves_all_unknown() {
        way.spoil(JobWay.LOOK, org -> Reply.json(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"No such job.\"}]"));

        List<Written> written = given(connector.write(OBJECT, upserts(MANY)));

        assertTrue(written.stream().allMatch(one -> fate(one).contains("No such job.")), fate(written.get(0)));
    }

    @Test
    void a_job_that_failed_half_way_tells_of_three_kinds_of_records() {
        way.spoil(
                JobWay.LOOK,
                org -> Reply.json(200, "{\"state\":\"Failed\",\"errorMessage\":\"InternalServerError : retries\"}"));
        way.spoil(JobWay.SAVED, org -> saved("k0"));
        way.spoil(
                JobWay.REFUSED,
                org -> Reply.csv(
                        "sf__Id,sf__Error," + KEY + "\n"
                                + ",UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 200 records: 001x:--,k1\n"));
        way.spoil(JobWay.UNPROCESSED, org -> Reply.csv(KEY + ",Name\nk2,Customer 2\n"));

        List<Written> written = given(connector.write(OBJECT, upserts(MANY)));

        assertEquals(
                List.of(OK, "UNABLE_TO_LOCK_ROW for now", "JOB_FAILED for now"),
                written.subList(0, 3).stream().map(SalesforceJobTest::fate).toList());
        assertTrue(fate(written.get(3)).startsWith("unknown The Bulk job failed"), fate(written.get(3)));
    }

    @Test
    void records_of_a_job_that_somebody_ended_are_unknown_unless_they_are_told() {
        way.spoil(JobWay.LOOK, org -> Reply.json(200, "{\"state\":\"Aborted\"}"));
        way.spoil(JobWay.SAVED, org -> saved("k0"));
        way.spoil(JobWay.REFUSED, org -> Reply.csv("sf__Id,sf__Error," + KEY + "\n"));

        List<Written> written = given(connector.write(OBJECT, upserts(MANY)));

        assertEquals(OK, fate(written.get(0)));
        assertTrue(fate(written.get(1)).startsWith("unknown Somebody ended"), fate(written.get(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Please sign in.</html>",
                "''",
                "sf__Id,sf__Created,Other\\n001000000000001AAA,true,k0\\n",
                "sf__Id,sf__Created,Hub_Key__c\\n../../etc,true,k0\\n",
                "sf__Id,sf__Created,Hub_Key__c\\n001000000000001AAA,perhaps,k0\\n",
                "sf__Id,sf__Created,Hub_Key__c\\n001000000000001AAA,true,foreign\\n",
                "sf__Id,sf__Created,Hub_Key__c\\n001000000000001AAA,true,k0\\n001000000000002AAA,true,k0\\n",
                "\"sf__Id\",\"sf__Created\",\"Hub_Key__c\"\\n\"001000000000001AAA\",\"true\",\"k",
                "\\u0000\\u0001,,,\"\\n\"\"\""
            })
    void nonsense_among_the_results_leaves_a_record_unknown(String csv) {
        way.spoil(JobWay.SAVED, org -> Reply.csv(csv.translateEscapes()));

        List<Written> written = given(connector.write(OBJECT, upserts(MANY)));

        assertTrue(fate(written.get(0)).startsWith("unknown "), fate(written.get(0)));
        assertTrue(fate(written.get(MANY - 1)).startsWith("unknown "), fate(written.get(MANY - 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRING_TOO_LONG:Phone: data value too large: 000:Phone --|STRING_TOO_LONG at Phone",
                "REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name,Site --|REQUIRED_FIELD_MISSING at Name",
                "DUPLICATE_VALUE:there is one already:--|DUPLICATE_VALUE",
                "FIELD_INTEGRITY_EXCEPTION:no --|FIELD_INTEGRITY_EXCEPTION",
                "no form at all|UNKNOWN_EXCEPTION for now",
                "''|UNKNOWN_EXCEPTION for now"
            })
    void the_error_of_a_row_is_read_in_its_parts(String error, String fate) {
        assertEquals(fate, fate(SaveResult.ofRefusedRow(error)));
    }

    @Test
    void a_record_that_is_told_as_saved_and_as_refused_is_unknown() {
        way.spoil(JobWay.SAVED, org -> saved("k0"));
        way.spoil(JobWay.REFUSED, org -> Reply.csv("sf__Id,sf__Error," + KEY + "\n,SOME_CODE:no:--,k0\n"));

        assertTrue(fate(given(connector.write(OBJECT, upserts(MANY))).get(0)).contains("twice"));
    }

    @Test
    void who_is_stopped_while_a_job_runs_asks_nothing_more() {
        JobClock stopped = new JobClock(System::nanoTime, time -> {
            Thread.currentThread().interrupt();
            return false;
        });

        List<Written> written = given(connector(stopped).write(OBJECT, upserts(MANY)));

        assertTrue(Thread.interrupted());
        assertTrue(fate(written.get(0)).startsWith("unknown Tailback was stopped"), fate(written.get(0)));
        assertEquals(0, way.calls(JobWay.LOOK) + way.calls(JobWay.SAVED));
    }

    private static Reply saved(String key) {
        return Reply.csv("sf__Id,sf__Created," + KEY + "\n001000000000001AAA,true," + key + "\n");
    }

    private static List<Write> upserts(int count) {
        List<Write> writes = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            writes.add(upsert(at, Map.of("Name", "Customer " + at)));
        }
        return writes;
    }

    private static Write upsert(int at, Map<String, String> values) {
        return new Write.Upsert(KEY, "k" + at, values);
    }

    private long sent() {
        return connector.sent().orElseThrow();
    }

    private String name(String id) {
        return held(id).values().getOrDefault("Name", "");
    }

    private SourceRecord held(String id) {
        return given(connector.read(new RecordsAsked(OBJECT, List.of(id), List.of("Name", "AnnualRevenue"))))
                .get(0);
    }

    private static Map<String, Long> fates(List<Written> written) {
        return written.stream()
                .collect(Collectors.groupingBy(SalesforceJobTest::fate, TreeMap::new, Collectors.counting()));
    }

    private static String fate(Written written) {
        return written.fold(
                accepted -> accepted.isNew() ? OK : "changed",
                refused -> refused.code()
                        + refused.field().map(field -> " at " + field).orElse("")
                        + (refused.isForNow() ? " for now" : ""),
                conflict -> "conflict",
                gone -> "gone",
                unknown -> "unknown " + unknown.reason());
    }

    private static String id(Written written) {
        return written.fold(Written.Accepted::id, refused -> "", conflict -> "", gone -> "", unknown -> "");
    }

    private static Map<String, String> stored(Written written) {
        return written.fold(
                Written.Accepted::stored,
                refused -> Map.of(),
                conflict -> Map.of(),
                gone -> Map.of(),
                unknown -> Map.of());
    }

    private static String whole(Answer<List<Written>> answer) {
        return answer.fold(
                given -> "given " + fates(given),
                refused -> refused.code(),
                away -> away.code() + " " + away.retryAfter().orElse(Duration.ZERO));
    }

    private static <T> T given(Answer<T> answer) {
        return answer.fold(
                given -> given,
                refused -> {
                    throw new AssertionError(refused.toString());
                },
                away -> {
                    throw new AssertionError(away.toString());
                });
    }
}
