package dev.tailback.worker;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.WorkerState;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.ScriptedSalesforce.SentRow;
import dev.tailback.worker.breaker.CircuitBreaker;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A failure counts only for the record that causes it. Real Redis, and an address that fails as Salesforce, a proxy or
 * a firewall does.
 */
class BlameTest {
    private static final String TRIGGER = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final WorkersUnderTest workers = new WorkersUnderTest();
    private final QueueUnderTest queue = workers.queue();

    @AfterEach
    void close() {
        workers.close();
        salesforce.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: execution of AfterInsert caused by: System.NullPointerException
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: System.LimitException: Too many SOQL queries: 101
            CANNOT_EXECUTE_FLOW_TRIGGER | We can't save this record because the flow failed.
            FIELD_CUSTOM_VALIDATION_EXCEPTION | System.LimitException: Apex CPU time limit exceeded
            FIELD_CUSTOM_VALIDATION_EXCEPTION | The account's budget is used up.
            UNABLE_TO_LOCK_ROW | unable to obtain exclusive access to this record or 60 records
            LIMIT_EXCEEDED | too much at once
            ALL_OR_NONE_OPERATION_ROLLED_BACK | Record rolled back because not all records were valid
            PROCESSING_HALTED | The transaction was rolled back
            UNKNOWN_EXCEPTION | An unexpected error occurred.
            INVALID_CROSS_REFERENCE_KEY | invalid cross reference id
            A_CODE_NOBODY_KNOWS | whatever
            """)
    void one_bad_row_that_fails_its_whole_call_counts_for_no_other_contract(String code, String message) {
        List<UsageRecord> records = UsageRecords.usagesOf(20, 3);
        UsageRecord bad = records.get(30);
        salesforce.answers(
                sent -> holds(sent, bad) ? all(sent, one -> refused(code, message)) : all(sent, one -> saved()));
        queue.rebuilt(records.toArray(UsageRecord[]::new));
        workers.start(salesforce.configuration());

        List<UsageRecord> innocent = records.stream()
                .filter(record -> !record.contractId().equals(bad.contractId()))
                .toList();
        innocent.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        assertNoneCounted(innocent);
        queue.first(outcome -> outcome.entryId().equals(bad.entryId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Too many SOQL queries: 101", "Apex CPU time limit exceeded", "Too many DML statements: 151"})
    void records_that_are_too_many_for_one_call_are_saved_in_smaller_ones(String limit) {
        List<UsageRecord> records = UsageRecords.usagesOf(15, 4);
        salesforce.answers(sent -> sent.size() > 5
                ? all(sent, one -> refused(TRIGGER, "XTrigger: System.LimitException: " + limit))
                : all(sent, one -> saved()));
        queue.rebuilt(records.toArray(UsageRecord[]::new));
        workers.start(salesforce.configuration());

        records.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        assertNoneCounted(records);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(
            ints = {200, 201, 204, 302, 400, 401, 403, 404, 405, 407, 409, 413, 415, 422, 429, 451, 500, 502, 503, 511})
    void a_page_that_is_not_from_salesforce_counts_for_no_record(int status) {
        List<UsageRecord> records = UsageRecords.usagesOf(3, 2);
        AtomicBoolean blocked = new AtomicBoolean(true);
        salesforce.answers(sent -> blocked.get() ? Reply.page(status) : all(sent, one -> saved()));
        queue.rebuilt(records.toArray(UsageRecord[]::new));
        workers.start(salesforce.configuration());
        queue.report(report -> report.state() == WorkerState.OUTAGE);
        int before = salesforce.writes().size();
        // Few: after a token that was refused, or a moved address, signing in pauses for seconds of its own.
        await().until(() -> salesforce.writes().size() > before + 1);
        blocked.set(false);

        records.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        assertNoneCounted(records);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(ints = {200, 400, 403, 413, 422, 500})
    void a_firewall_that_blocks_one_record_blocks_no_other_and_counts_nothing(int status) {
        List<UsageRecord> records = UsageRecords.usagesOf(5, 2);
        UsageRecord blocked = records.get(4);
        AtomicBoolean blocking = new AtomicBoolean(true);
        salesforce.answers(
                sent -> blocking.get() && holds(sent, blocked) ? Reply.page(status) : all(sent, one -> saved()));
        queue.rebuilt(records.toArray(UsageRecord[]::new));
        workers.start(salesforce.configuration());

        records.stream()
                .filter(record -> !record.equals(blocked))
                .forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
        blocking.set(false);
        queue.outcome(blocked, OutcomeKind.ACCEPTED);
        assertNoneCounted(records);
    }

    @Test
    void writes_that_fail_while_reads_work_are_one_outage_logged_once() {
        List<UsageRecord> records = UsageRecords.usagesOf(3, 1);
        AtomicBoolean broken = new AtomicBoolean(true);
        salesforce.answers(sent -> broken.get()
                ? Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")
                : all(sent, one -> saved()));
        try (LogLines log = new LogLines(CircuitBreaker.class)) {
            queue.rebuilt(records.toArray(UsageRecord[]::new));
            workers.start(salesforce.configuration());
            await().until(() -> salesforce.writes().size() > 40);
            assertEquals(1, log.all().size(), () -> log.all().toString());
            broken.set(false);

            records.forEach(record -> queue.outcome(record, OutcomeKind.ACCEPTED));
            assertNoneCounted(records);
            assertEquals(2, log.all().size(), () -> log.all().toString());
        }
    }

    @Test
    void a_probe_whose_record_a_rule_refuses_shows_that_salesforce_is_back() {
        UsageRecord locked = UsageRecords.usagesOf(1, 1).get(0);
        AtomicBoolean down = new AtomicBoolean(true);
        salesforce.answers(sent -> down.get()
                ? Reply.error(503, "SERVER_UNAVAILABLE", "Busy")
                : all(sent, one -> refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_LOCKED] It is fulfilled.")));
        queue.rebuilt(locked);
        workers.start(salesforce.configuration());
        queue.report(report -> report.state() == WorkerState.OUTAGE);
        down.set(false);

        assertEquals(
                Optional.of("USAGE_LOCKED"),
                queue.outcome(locked, OutcomeKind.PARKED).code());
        queue.report(report -> report.state() != WorkerState.OUTAGE);
    }

    private void assertNoneCounted(List<UsageRecord> records) {
        Set<String> ids = new HashSet<>(
                records.stream().map(record -> record.entryId().toString()).toList());
        List<Outcome> counted = queue.outcomes().stream()
                .filter(outcome -> ids.contains(outcome.entryId().toString()))
                .filter(outcome -> outcome.attempts() > 0 || outcome.kind() == OutcomeKind.PARKED)
                .toList();
        assertTrue(
                counted.isEmpty(),
                () -> counted.size() + " were counted: "
                        + counted.stream()
                                .map(outcome -> outcome.code().orElse(""))
                                .collect(Collectors.toSet()));
    }

    private static boolean holds(List<SentRow> sent, UsageRecord record) {
        return sent.stream()
                .anyMatch(one -> one.entryId().equals(record.entryId().toString()));
    }
}
