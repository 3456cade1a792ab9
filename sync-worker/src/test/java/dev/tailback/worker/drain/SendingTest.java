package dev.tailback.worker.drain;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static dev.tailback.worker.UsageRecords.usages;
import static dev.tailback.worker.drain.SendingUnderTest.accepted;
import static dev.tailback.worker.drain.SendingUnderTest.ids;
import static dev.tailback.worker.drain.SendingUnderTest.is;
import static dev.tailback.worker.drain.SendingUnderTest.parked;
import static dev.tailback.worker.drain.SendingUnderTest.retried;
import static dev.tailback.worker.drain.SendingUnderTest.settlement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Settlement;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.ScriptedSalesforce.SentRow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch on its way to Salesforce: what is sent, and what each answer leads to. */
class SendingTest {
    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final SendingUnderTest sending = new SendingUnderTest(salesforce);

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void a_whole_batch_goes_in_one_call() {
        List<UsageRecord> records = usages(200);

        var sent = sending.send(records);

        assertEquals(200, accepted(sent, records));
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void one_refused_record_does_not_stop_the_others() {
        List<UsageRecord> records = usages(5);
        UsageRecord locked = records.get(2);
        salesforce.answers(sent -> all(sent, rowsRefusing(locked, "[USAGE_LOCKED] The contract is fulfilled.")));

        var sent = sending.send(records);

        assertEquals(4, accepted(sent, records));
        assertEquals("USAGE_LOCKED", parked(sent, locked).code());
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void a_refusal_that_no_record_can_cause_pauses_all_sending() {
        salesforce.answers(sent -> Reply.error(404, "NOT_FOUND", "The requested resource does not exist"));

        var sent = sending.send(usages(8));

        assertEquals("NOT_FOUND", sent.pause().orElseThrow().code());
        assertTrue(sent.decided().isEmpty());
        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void records_that_a_rule_of_their_parent_refuses_together_go_again_one_by_one_in_order() {
        List<UsageRecord> records = List.of(booking(2), booking(2), booking(1));
        salesforce.answers(unitsLeft(3));

        var sent = sending.send(records);

        assertInstanceOf(Settlement.Accepted.class, settlement(sent, records.get(0)));
        assertEquals("NOT_ENOUGH_UNITS", parked(sent, records.get(1)).code());
        assertInstanceOf(Settlement.Accepted.class, settlement(sent, records.get(2)));
        assertEquals(
                ids(records),
                salesforce.writes().subList(1, 4).stream().flatMap(List::stream).toList());
    }

    @Test
    void a_record_that_a_rule_of_its_own_refuses_is_not_sent_again() {
        List<UsageRecord> records = usages(3);
        salesforce.answers(sent -> all(
                sent,
                one -> refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_LOCKED] The contract is fulfilled.")));

        sending.send(records);

        assertEquals(1, salesforce.writes().size());
    }

    @Test
    void a_call_whose_answer_is_lost_is_repeated() {
        List<UsageRecord> records = usages(3);
        AtomicInteger calls = new AtomicInteger();
        salesforce.answers(sent -> calls.incrementAndGet() == 1 ? Reply.cut() : all(sent, one -> saved()));

        var sent = sending.send(records);

        assertEquals(3, accepted(sent, records));
        assertEquals(List.of(ids(records), ids(records)), salesforce.writes());
    }

    @Test
    void a_row_that_the_whole_call_needs_is_busy_for_all_of_it() {
        List<UsageRecord> records = usages(2);
        salesforce.answers(sent -> Reply.error(500, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"));

        var sent = sending.send(records);

        assertEquals("ROW_BUSY", retried(sent, records.get(0)).code());
        assertEquals("ROW_BUSY", retried(sent, records.get(1)).code());
    }

    @Test
    void no_call_is_sent_that_could_outlive_the_lease() {
        var sent = sending.send(usages(2), Duration.ofSeconds(1));

        assertTrue(sent.decided().isEmpty());
        assertEquals(List.of(), salesforce.writes());
    }

    @Test
    void when_salesforce_runs_too_many_calls_and_several_are_ours_the_batch_goes_back_and_nothing_pauses()
            throws InterruptedException {
        salesforce.answers(sent -> Reply.error(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests Limit exceeded."));
        sending.inFlight().awaitPlace(Duration.ofSeconds(1));
        int before = sending.inFlight().allowed();

        assertEquals(
                "CONCURRENCY_LIMIT",
                sending.send(usages(8)).pause().orElseThrow().code());
        sending.inFlight().awaitPlace(Duration.ofSeconds(1));
        var sent = sending.send(usages(8));

        assertTrue(sent.pause().isEmpty());
        assertTrue(sent.decided().isEmpty());
        assertEquals(2, salesforce.writes().size());
        assertTrue(sending.inFlight().allowed() < before);
    }

    @Test
    void nothing_is_sent_after_the_worker_has_stopped() {
        List<UsageRecord> records = usages(8);
        salesforce.answers(sent -> {
            sending.stop();
            return Reply.error(400, "JSON_PARSER_ERROR", "whatever");
        });

        var sent = sending.send(records);

        assertTrue(sent.decided().isEmpty());
        assertEquals(1, salesforce.writes().size());
    }

    private static UsageRecord booking(int units) {
        return usage("800000000000001AAA", "a00000000000001AAA", units);
    }

    /** A rule of the parent: a call that needs more units than are left is refused for every record of the parent. */
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
}
