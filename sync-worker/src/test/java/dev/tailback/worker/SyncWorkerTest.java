package dev.tailback.worker;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.usage.UsageRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results of records, from the queue to the queue: real Redis, and an address that answers as Salesforce would. */
class SyncWorkerTest {
    private static final String CONTRACT = "800000000000001AAA";
    private static final String OTHER_CONTRACT = "800000000000002AAA";
    private static final String PRODUCT = "a00000000000001AAA";

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final WorkersUnderTest workers = new WorkersUnderTest();
    private final QueueUnderTest queue = workers.queue();

    @AfterEach
    void close() {
        workers.close();
        salesforce.close();
    }

    @Test
    void an_offered_record_is_accepted_and_reported() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 3);
        queue.rebuilt();
        RunningWorker worker = workers.start(salesforce.configuration());
        queue.offer(record);

        Outcome outcome = queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(Optional.of("a01000000000001AAA"), outcome.acceptedId());
        // Counted after the batch was settled.
        await().until(() ->
                worker.get("/prometheus").contains("tailback_worker_records_total{code=\"\",fate=\"accepted\"} 1.0"));
    }

    @Test
    void a_record_with_a_transient_error_is_sent_again_and_counted() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        AtomicBoolean busy = new AtomicBoolean(true);
        salesforce.answers(sent -> all(
                sent,
                one -> busy.getAndSet(false)
                        ? refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access")
                        : saved()));
        queue.rebuilt(record);
        workers.start(salesforce.configuration());
        Outcome retrying = queue.outcome(record, OutcomeKind.RETRYING);
        assertEquals(Optional.of("ROW_BUSY"), retrying.code());
        assertEquals(1, retrying.attempts());
        queue.outcome(record, OutcomeKind.ACCEPTED);
    }

    @Test
    void a_record_that_fails_again_and_again_is_parked_at_the_limit_with_its_last_reason() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> all(sent, one -> refused("UNKNOWN_EXCEPTION", "An unexpected error occurred.")));
        queue.rebuilt(record);
        workers.start(salesforce.configuration());
        Outcome parked = queue.outcome(record, OutcomeKind.PARKED);

        assertEquals(10, parked.attempts());
        assertEquals(Optional.of("An unexpected error occurred."), parked.reason());
        assertEquals(10, salesforce.writes().size());
    }

    @Test
    void a_stale_version_is_settled_and_no_error() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> all(
                sent,
                one -> refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_STALE] A newer version is already here.")));
        queue.rebuilt(record);
        workers.start(salesforce.configuration());
        queue.outcome(record, OutcomeKind.STALE);
    }

    @Test
    void a_locked_contract_parks_its_entry_while_others_go_through() {
        UsageRecord locked = usage(CONTRACT, PRODUCT, 1);
        UsageRecord open = usage(OTHER_CONTRACT, PRODUCT, 1);
        salesforce.answers(sent -> all(
                sent,
                one -> one.entryId().equals(locked.entryId().toString())
                        ? refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_LOCKED] The contract is fulfilled.")
                        : saved()));
        queue.rebuilt(locked, open);
        workers.start(salesforce.configuration());
        assertEquals(
                Optional.of("USAGE_LOCKED"),
                queue.outcome(locked, OutcomeKind.PARKED).code());
        queue.outcome(open, OutcomeKind.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no entry of the queue",
                "1|0|1|no usage record",
                "1|0|1|{\"v\":2}",
                "1|0|1|{\"v\":1,\"product\":\"a0P\",\"units\":-3,\"cancelled\":false,\"ad\":\"AD\"}"
            })
    void an_unreadable_payload_is_parked_while_its_neighbour_goes_through(String value) {
        UsageRecord damaged = usage(CONTRACT, PRODUCT, 1);
        UsageRecord whole = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(damaged, whole);
        queue.damage(damaged.entryId(), value);
        workers.start(salesforce.configuration());
        Outcome parked = queue.outcome(damaged, OutcomeKind.PARKED);
        assertEquals(Optional.of("PAYLOAD_UNREADABLE"), parked.code());
        String begin = "The queue's copy cannot be read (Entry " + damaged.entryId() + " cannot be read: ";
        assertTrue(parked.reason().orElseThrow().startsWith(begin), parked.toString());
        queue.outcome(whole, OutcomeKind.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no entry of the queue", "1|0|1|no usage record"})
    void an_unreadable_payload_alone_costs_no_call(String value) {
        UsageRecord damaged = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(damaged);
        queue.damage(damaged.entryId(), value);
        workers.start(salesforce.configuration());
        queue.outcome(damaged, OutcomeKind.PARKED);
        assertEquals(List.of(), salesforce.writes());
    }
}
