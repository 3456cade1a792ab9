package dev.tailback.worker.drain;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usage;
import static dev.tailback.worker.UsageRecords.usages;
import static dev.tailback.worker.drain.SendingUnderTest.WORKER;
import static dev.tailback.worker.drain.SendingUnderTest.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a batch tells of the calls it went out in: worker, time, status, and Salesforce's words on a refused record. */
class AttemptsToldTest {
    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final SendingUnderTest sending = new SendingUnderTest(salesforce);

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void each_record_of_a_call_tells_its_own_answer_and_what_all_share() {
        List<UsageRecord> records = usages(3);
        UsageRecord locked = records.get(1);
        salesforce.answers(sent -> all(
                sent,
                one -> is(one, locked)
                        ? refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[USAGE_LOCKED] The contract is fulfilled.")
                        : saved()));

        SendResult sent = sending.send(records);

        Attempt accepted = attempt(sent, records.get(0));
        assertEquals(WORKER, accepted.worker());
        assertEquals(OptionalInt.of(200), accepted.status());
        assertTrue(accepted.created());
        assertEquals(Optional.empty(), accepted.answer());
        Attempt refusal = attempt(sent, locked);
        assertEquals(accepted.sentAt(), refusal.sentAt());
        assertEquals(accepted.took(), refusal.took());
        assertFalse(refusal.created());
        assertEquals(
                Optional.of("{\"success\":false,\"errors\":[{\"statusCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\","
                        + "\"message\":\"[USAGE_LOCKED] The contract is fulfilled.\",\"fields\":[]}]}"),
                refusal.answer());
    }

    @Test
    void a_record_that_was_sent_again_alone_tells_of_its_last_call() {
        List<UsageRecord> records = List.of(
                usage("800000000000001AAA", "a00000000000001AAA", 1),
                usage("800000000000001AAA", "a00000000000001AAA", 1));
        AtomicInteger calls = new AtomicInteger();
        salesforce.answers(sent -> calls.incrementAndGet() == 1
                ? all(sent, one -> refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "[NOT_ENOUGH_UNITS] Too many."))
                : all(sent, one -> saved()));

        SendResult sent = sending.send(records);

        assertEquals(3, salesforce.writes().size());
        records.forEach(
                record -> assertEquals(Optional.empty(), attempt(sent, record).answer()));
    }

    @Test
    void a_call_that_failed_as_a_whole_tells_its_status() {
        List<UsageRecord> records = usages(2);
        salesforce.answers(sent -> Reply.error(500, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"));

        SendResult sent = sending.send(records);

        assertEquals(OptionalInt.of(500), attempt(sent, records.get(0)).status());
        assertEquals(Optional.empty(), attempt(sent, records.get(0)).answer());
    }

    @Test
    void a_call_without_an_answer_tells_that_none_came_and_how_long_it_was_awaited() {
        List<UsageRecord> records = usages(1);
        salesforce.answers(sent -> Reply.cut());

        SendResult sent = sending.send(records);

        Attempt attempt = attempt(sent, records.get(0));
        assertEquals(OptionalInt.empty(), attempt.status());
        assertEquals(WORKER, attempt.worker());
        assertTrue(attempt.took().compareTo(Duration.ZERO) > 0);
    }

    @Test
    void an_answer_that_makes_no_sense_tells_its_status() {
        List<UsageRecord> records = usages(1);
        salesforce.answers(sent -> Reply.html());

        assertEquals(
                OptionalInt.of(200),
                attempt(sending.send(records), records.get(0)).status());
    }

    @Test
    void a_record_that_was_not_sent_tells_nothing() {
        assertEquals(
                0, sending.send(usages(2), Duration.ofSeconds(1)).attempts().size());
    }

    private static Attempt attempt(SendResult sent, UsageRecord record) {
        return sent.attempts().get(record.entryId());
    }
}
