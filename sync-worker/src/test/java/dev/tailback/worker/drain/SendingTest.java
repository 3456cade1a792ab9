package dev.tailback.worker.drain;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static dev.tailback.worker.UsageRecords.usages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.UsageRecord;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.ScriptedSalesforce.SentRow;
import dev.tailback.worker.SettableClock;
import dev.tailback.worker.UsageRecords;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.breaker.QuotaReserve;
import dev.tailback.worker.loops.Failures;
import dev.tailback.worker.loops.SignsOfLife;
import dev.tailback.worker.report.WorkerMetrics;
import dev.tailback.worker.verdict.RetryPolicy;
import dev.tailback.worker.verdict.RetrySettings;
import dev.tailback.worker.verdict.Verdict;
import dev.tailback.worker.waiting.Waiting;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {
    private static final String TRIGGER = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final SettableClock clock = new SettableClock();
    private final Waiting waiting = new Waiting();
    private final RetryPolicy retryPolicy = new RetryPolicy(RetrySettings.standard(), new Random(1));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UncountedRetries uncountedRetries = new UncountedRetries(retryPolicy);
    private Permission permission = new Permission.Granted();
    private final DrainSettings settings =
            DrainSettings.standard(Duration.ofSeconds(2)).withRestBeforeRepeat(Duration.ofMillis(1));

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void a_whole_batch_goes_in_one_call() {
        List<UsageRecord> records = usages(200);

        var sent = send(records);

        assertEquals(200, accepted(sent, records));
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void one_refused_record_does_not_sink_the_others() {
        List<UsageRecord> records = usages(5);
        UsageRecord locked = records.get(2);
        salesforce.answers(sent -> all(sent, rowsRefusing(locked, "[USAGE_LOCKED] The contract is fulfilled.")));

        var sent = send(records);

        assertEquals(4, accepted(sent, records));
        assertEquals("USAGE_LOCKED", parked(sent, locked).code());
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void a_call_refused_as_a_whole_is_halved_until_the_record_to_blame_is_alone() {
        List<UsageRecord> records = usages(16);
        UsageRecord bad = records.get(5);
        salesforce.answers(sent -> holds(sent, bad)
                ? Reply.error(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of double")
                : all(sent, one -> saved()));

        var sent = send(records);

        assertEquals(15, accepted(sent, records));
        assertEquals("JSON_PARSER_ERROR", parked(sent, bad).code());
        assertEquals(9, salesforce.writes().size());
    }

    @Test
    void a_refusal_that_no_record_can_cause_pauses_everyone() {
        salesforce.answers(sent -> Reply.error(404, "NOT_FOUND", "The requested resource does not exist"));

        var sent = send(usages(8));

        assertEquals("NOT_FOUND", sent.pause().orElseThrow().code());
        assertTrue(sent.verdicts().isEmpty());
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void what_a_parents_rule_refused_as_a_group_goes_again_one_by_one_in_order() {
        List<UsageRecord> records = List.of(booking(2), booking(2), booking(1));
        salesforce.answers(unitsLeft(3));

        var sent = send(records);

        assertInstanceOf(Verdict.Accepted.class, verdict(sent, records.get(0)));
        assertEquals("NOT_ENOUGH_UNITS", parked(sent, records.get(1)).code());
        assertInstanceOf(Verdict.Accepted.class, verdict(sent, records.get(2)));
        assertEquals(
                ids(records),
                salesforce.writes().subList(1, 4).stream().flatMap(List::stream).toList());
    }

    @Test
    void a_rule_of_the_entry_itself_is_not_asked_twice() {
        List<UsageRecord> records = usages(3);
        salesforce.answers(sent -> all(
                sent,
                one -> refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_LOCKED] The contract is fulfilled.")));

        send(records);

        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void a_lost_answer_is_asked_for_again() {
        List<UsageRecord> records = usages(3);
        AtomicInteger calls = new AtomicInteger();
        salesforce.answers(sent -> calls.incrementAndGet() == 1 ? Reply.cut() : all(sent, one -> saved()));

        var sent = send(records);

        assertEquals(3, accepted(sent, records));
        assertEquals(List.of(ids(records), ids(records)), salesforce.writes());
    }

    @Test
    void a_record_that_brings_nonsense_is_found_and_not_counted_and_the_others_get_through() {
        List<UsageRecord> records = usages(16);
        UsageRecord poison = records.get(3);
        salesforce.answers(sent -> holds(sent, poison) ? Reply.html() : all(sent, one -> saved()));

        var sent = send(records);

        assertEquals(15, accepted(sent, records));
        assertEquals("UNUSABLE_ANSWER", notCounted(sent, poison).code());
    }

    @Test
    void a_single_record_that_brings_nonsense_has_nothing_it_can_be_compared_with() {
        salesforce.answers(sent -> Reply.html());

        var sent = send(usages(1));

        assertEquals("UNUSABLE_ANSWER", sent.pause().orElseThrow().code());
        assertTrue(sent.verdicts().isEmpty());
    }

    @Test
    void the_pauses_of_what_is_not_counted_grow() {
        List<UsageRecord> records = usages(2);
        UsageRecord poison = records.get(0);
        salesforce.answers(sent -> holds(sent, poison) ? Reply.html() : all(sent, one -> saved()));
        Duration longest = Duration.ZERO;

        for (int i = 0; i < 8; i++) {
            Duration delay = notCounted(send(records), poison).delay();
            longest = longest.compareTo(delay) > 0 ? longest : delay;
        }

        assertTrue(longest.compareTo(Duration.ofSeconds(5)) > 0, "never longer than " + longest);
    }

    @ParameterizedTest(name = "{0} of {1} contracts with {2} entries each")
    @CsvSource({"0,200,1,18", "199,200,1,18", "77,40,5,18", "100,1,200,18", "3,2,2,6"})
    void a_bad_record_that_fails_every_call_it_is_in_is_found_in_few_calls(
            int position, int contracts, int entriesEach, int most) {
        List<UsageRecord> records = UsageRecords.usagesOf(contracts, entriesEach);
        UsageRecord bad = records.get(position);
        salesforce.answers(sent -> all(
                sent, one -> holds(sent, bad) ? refused(TRIGGER, "XTrigger: System.NullPointerException") : saved()));

        var sent = send(records);

        assertEquals(records.size() - 1, accepted(sent, records));
        assertEquals(TRIGGER, parked(sent, bad).code());
        int calls = salesforce.writes().size();
        assertTrue(calls <= most, () -> calls + " calls");
    }

    @Test
    void where_each_record_is_refused_alone_too_the_calls_are_fewer_than_two_for_each() {
        List<UsageRecord> records = UsageRecords.usagesOf(16, 4);
        salesforce.answers(sent -> all(sent, one -> refused(TRIGGER, "XTrigger: System.NullPointerException")));

        var sent = send(records);

        assertTrue(records.stream().allMatch(record -> parked(sent, record).attempts() == 1));
        assertEquals(2 * records.size() - 1, salesforce.writes().size());
    }

    @Test
    void in_smaller_company_too_the_entries_of_a_contract_go_in_order() {
        List<UsageRecord> records = UsageRecords.usagesOf(3, 5);
        UsageRecord bad = records.get(8);
        salesforce.answers(sent -> holds(sent, bad)
                ? all(sent, one -> refused("CANNOT_EXECUTE_FLOW_TRIGGER", "The flow failed."))
                : all(sent, one -> saved()));

        send(records);

        List<String> got = salesforce.writes().stream()
                .filter(write -> !write.contains(bad.entryId().toString()))
                .flatMap(List::stream)
                .toList();
        List<String> expected = new ArrayList<>(ids(records));
        expected.remove(bad.entryId().toString());
        assertEquals(expected, got);
    }

    @Test
    void writes_that_fail_while_reads_work_count_for_nobody() {
        for (int size = 1; size <= 12; size++) {
            List<UsageRecord> records = usages(size);
            salesforce.answers(sent -> Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred."));

            var sent = send(records);

            assertTrue(sent.verdicts().isEmpty(), "of " + size);
            assertEquals("UNKNOWN_EXCEPTION", sent.pause().orElseThrow().code());
            assertTrue(!sent.answered());
        }
    }

    @ParameterizedTest(name = "after {0} calls")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_beginning_of_an_outage_of_writes_alone_counts_for_nobody(int calls) {
        List<UsageRecord> records = usages(8);
        UsageRecord poison = records.get(3);
        AtomicInteger writes = new AtomicInteger();
        salesforce.answers(sent -> writes.incrementAndGet() > calls || holds(sent, poison)
                ? Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")
                : all(sent, one -> saved()));

        var sent = send(records);

        assertTrue(List.of(poison).containsAll(counted(sent, records)));
    }

    @Test
    void an_outage_told_in_every_row_counts_for_nobody() {
        salesforce.answers(sent -> all(sent, one -> refused("UNKNOWN_EXCEPTION", "An unexpected error occurred.")));

        var sent = send(usages(8));

        assertTrue(sent.verdicts().isEmpty());
        assertTrue(sent.pause().isPresent());
    }

    @Test
    void a_missing_field_that_every_call_is_refused_for_parks_nobody() {
        salesforce.answers(sent -> Reply.error(400, "INVALID_FIELD", "No such column 'Units__c'"));

        for (int size : new int[] {1, 2, 200}) {
            var sent = send(usages(size));
            assertTrue(sent.verdicts().isEmpty());
            assertEquals("INVALID_FIELD", sent.pause().orElseThrow().code());
        }
    }

    @Test
    void a_probe_that_is_refused_as_a_whole_shows_no_end_of_the_outage() {
        salesforce.answers(sent -> Reply.error(400, "JSON_PARSER_ERROR", "Cannot deserialize"));
        permission = new Permission.Probe();

        var sent = send(usages(1));

        assertTrue(sent.pause().isPresent());
        assertTrue(sent.verdicts().isEmpty());
    }

    @Test
    void what_makes_our_own_code_fail_in_company_gets_in_alone_and_is_not_counted() {
        List<UsageRecord> records = new ArrayList<>(usages(6));
        UsageRecord first = records.get(1);
        records.add(UsageRecords.version(first.entryId(), first.contractId(), first.contractProductId(), 2, 1));
        assertThrows(IllegalArgumentException.class, () -> calls().send(records));

        var sent = send(records);

        assertEquals(7, accepted(sent, records));
    }

    @Test
    void a_call_too_large_for_a_proxy_gets_through_in_smaller_ones() {
        List<UsageRecord> records = usages(40);
        salesforce.answers(sent -> sent.size() > 10 ? Reply.page(413) : all(sent, one -> saved()));

        assertEquals(40, accepted(send(records), records));
    }

    @Test
    void nonsense_for_everyone_is_an_outage() {
        salesforce.answers(sent -> Reply.html());

        var sent = send(usages(200));

        assertEquals("UNUSABLE_ANSWER", sent.pause().orElseThrow().code());
        assertTrue(sent.verdicts().isEmpty());
    }

    @Test
    void too_few_results_count_for_nobody() {
        List<UsageRecord> records = usages(4);
        salesforce.answers(sent -> Reply.rows(saved()));

        var sent = send(records);

        assertEquals(4, accepted(sent, records));
        assertEquals(
                4,
                salesforce.writes().stream().filter(write -> write.size() == 1).count());
    }

    @Test
    void lost_answers_are_an_outage_when_nothing_else_answers_either() {
        List<UsageRecord> records = usages(4);
        salesforce.answers(sent -> Reply.cut()).readsAnswer(503);

        var sent = send(records);

        assertTrue(sent.pause().isPresent());
        assertTrue(sent.verdicts().isEmpty());
    }

    @Test
    void a_server_error_that_one_record_causes_stops_only_that_record() {
        List<UsageRecord> records = usages(4);
        UsageRecord bad = records.get(0);
        salesforce.answers(sent -> holds(sent, bad)
                ? Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")
                : all(sent, one -> saved()));

        var sent = send(records);

        assertEquals(3, accepted(sent, records));
        assertEquals("UNKNOWN_EXCEPTION", retried(sent, bad).code());
    }

    @ParameterizedTest(name = "of {0} records after {1} calls")
    @CsvSource({"1,1", "1,2", "1,3", "1,4", "2,1", "2,2", "2,3", "2,4", "2,5", "8,1", "8,2", "8,3", "8,4", "8,5", "8,6"
    })
    void the_end_of_an_outage_counts_for_nobody(int size, int calls) {
        List<UsageRecord> records = usages(size);
        salesforce.isDownBetween(1, calls);

        var sent = send(records);

        assertEquals(List.of(), counted(sent, records));
    }

    @ParameterizedTest(name = "after {0} calls")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void the_beginning_of_an_outage_counts_for_nobody_but_the_record_to_blame(int calls) {
        List<UsageRecord> records = usages(8);
        UsageRecord poison = records.get(3);
        salesforce
                .answers(sent -> holds(sent, poison) ? Reply.html() : all(sent, one -> saved()))
                .isDownBetween(calls + 1, Integer.MAX_VALUE);

        var sent = send(records);

        List<UsageRecord> blamed = counted(sent, records);
        assertTrue(List.of(poison).containsAll(blamed), () -> blamed.size() + " records were counted");
    }

    @Test
    void an_outage_told_row_by_row_pauses_everyone_and_keeps_what_was_saved() {
        List<UsageRecord> records = usages(3);
        UsageRecord full = records.get(1);
        salesforce.answers(sent -> all(
                sent, one -> is(one, full) ? refused("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded") : saved()));

        var sent = send(records);

        assertEquals("STORAGE_LIMIT_EXCEEDED", sent.pause().orElseThrow().code());
        assertEquals(2, accepted(sent, records));
        assertTrue(sent.verdictOn(full).isEmpty());
    }

    @Test
    void a_row_that_the_whole_call_needs_is_busy_for_all_of_it() {
        List<UsageRecord> records = usages(2);
        salesforce.answers(sent -> Reply.error(500, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"));

        var sent = send(records);

        assertEquals("ROW_BUSY", retried(sent, records.get(0)).code());
        assertEquals("ROW_BUSY", retried(sent, records.get(1)).code());
    }

    @Test
    void no_call_is_sent_that_could_outlive_the_lease() {
        Lease ending = new Lease("batch", clock, clock.instant().plusSeconds(1));

        var sent = sending(ending).send(usages(2));

        assertTrue(sent.verdicts().isEmpty());
        assertEquals(List.of(), salesforce.writes());
    }

    @Test
    void nothing_is_sent_any_more_once_the_worker_stops() {
        List<UsageRecord> records = usages(8);
        salesforce.answers(sent -> {
            waiting.stop();
            return Reply.error(400, "JSON_PARSER_ERROR", "whatever");
        });

        var sent = send(records);

        assertTrue(sent.verdicts().isEmpty());
        assertEquals(1, salesforce.writes().size());
    }

    private SendResult send(List<UsageRecord> records) {
        return sending(new Lease("batch", clock, clock.instant().plusSeconds(60)))
                .send(records);
    }

    private Sending sending(Lease lease) {
        SenderWatch watch = new SenderWatch(waiting, new SignsOfLife(clock), new Failures(registry, clock), settings);
        return new Sendings(calls(), retryPolicy, uncountedRetries, watch, settings, waiting).under(lease, permission);
    }

    private SalesforceCalls calls() {
        SalesforceSession session = new SalesforceSession(salesforce.configuration(), clock);
        return new SalesforceCalls(
                new UsageWriter(session),
                new UsageReader(session),
                new QuotaReserve(BreakerSettings.standard()),
                new WorkerMetrics(registry));
    }

    private static UsageRecord booking(int units) {
        return usage("800000000000001AAA", "a00000000000001AAA", units);
    }

    /** A parent's rule: a call that needs more than is left is refused for every record of the parent. */
    private static Function<List<SentRow>, Reply> unitsLeft(int left) {
        AtomicInteger units = new AtomicInteger(left);
        return sent -> {
            int needed = sent.stream().mapToInt(SentRow::units).sum();
            boolean fits = needed <= units.get();
            units.addAndGet(fits ? -needed : 0);
            return all(
                    sent,
                    one -> fits
                            ? saved()
                            : refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[NOT_ENOUGH_UNITS] Too many."));
        };
    }

    private static Function<SentRow, String> rowsRefusing(UsageRecord record, String message) {
        return one -> is(one, record) ? refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", message) : saved();
    }

    private static boolean is(SentRow sent, UsageRecord record) {
        return sent.entryId().equals(record.entryId().toString());
    }

    private static boolean holds(List<SentRow> sent, UsageRecord record) {
        Predicate<SentRow> same = one -> is(one, record);
        return sent.stream().anyMatch(same);
    }

    private static List<String> ids(List<UsageRecord> records) {
        List<String> ids = new ArrayList<>();
        records.forEach(record -> ids.add(record.entryId().toString()));
        return ids;
    }

    private static long accepted(SendResult sent, List<UsageRecord> records) {
        return records.stream()
                .filter(record -> sent.verdictOn(record).orElse(null) instanceof Verdict.Accepted)
                .count();
    }

    private static List<UsageRecord> counted(SendResult sent, List<UsageRecord> records) {
        return records.stream()
                .filter(record -> sent.verdictOn(record).orElse(null) instanceof Verdict.RetryLater)
                .toList();
    }

    private static Verdict verdict(SendResult sent, UsageRecord record) {
        return sent.verdictOn(record).orElseThrow();
    }

    private static Verdict.Parked parked(SendResult sent, UsageRecord record) {
        return assertInstanceOf(Verdict.Parked.class, verdict(sent, record));
    }

    private static Verdict.NotCounted notCounted(SendResult sent, UsageRecord record) {
        return assertInstanceOf(Verdict.NotCounted.class, verdict(sent, record));
    }

    private static Verdict.RetryLater retried(SendResult sent, UsageRecord record) {
        return assertInstanceOf(Verdict.RetryLater.class, verdict(sent, record));
    }
}
