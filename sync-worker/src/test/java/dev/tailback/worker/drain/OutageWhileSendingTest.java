package dev.tailback.worker.drain;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usages;
import static dev.tailback.worker.drain.SendingUnderTest.accepted;
import static dev.tailback.worker.drain.SendingUnderTest.counted;
import static dev.tailback.worker.drain.SendingUnderTest.holds;
import static dev.tailback.worker.drain.SendingUnderTest.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing can be written, or no longer, or only again: no record without fault is counted for it. */
class OutageWhileSendingTest {
    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final SendingUnderTest sending = new SendingUnderTest(salesforce);

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void a_single_record_with_an_unusable_answer_pauses_all_sending_because_nothing_can_be_compared() {
        salesforce.answers(sent -> Reply.html());

        var sent = sending.send(usages(1));

        assertEquals("UNUSABLE_ANSWER", sent.pause().orElseThrow().code());
        assertTrue(sent.decided().isEmpty());
    }

    @Test
    void writes_that_fail_while_reads_work_count_for_no_record() {
        for (int size = 1; size <= 12; size++) {
            List<UsageRecord> records = usages(size);
            salesforce.answers(sent -> Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred."));

            var sent = sending.send(records);

            assertTrue(sent.decided().isEmpty(), "of " + size);
            assertEquals("UNKNOWN_EXCEPTION", sent.pause().orElseThrow().code());
            assertTrue(!sent.answered());
        }
    }

    @ParameterizedTest(name = "after {0} calls")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_beginning_of_an_outage_of_writes_alone_counts_for_no_record(int calls) {
        List<UsageRecord> records = usages(8);
        UsageRecord poison = records.get(3);
        AtomicInteger writes = new AtomicInteger();
        salesforce.answers(sent -> writes.incrementAndGet() > calls || holds(sent, poison)
                ? Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")
                : all(sent, one -> saved()));

        var sent = sending.send(records);

        assertTrue(List.of(poison).containsAll(counted(sent, records)));
    }

    @Test
    void an_outage_in_every_row_counts_for_no_record() {
        salesforce.answers(sent -> all(sent, one -> refused("UNKNOWN_EXCEPTION", "An unexpected error occurred.")));

        var sent = sending.send(usages(8));

        assertTrue(sent.decided().isEmpty());
        assertTrue(sent.pause().isPresent());
    }

    @Test
    void a_missing_field_that_makes_every_call_fail_parks_no_record() {
        salesforce.answers(sent -> Reply.error(400, "INVALID_FIELD", "No such column 'Units__c'"));

        for (int size : new int[] {1, 2, 200}) {
            var sent = sending.send(usages(size));
            assertTrue(sent.decided().isEmpty());
            assertEquals("INVALID_FIELD", sent.pause().orElseThrow().code());
        }
    }

    @Test
    void a_probe_that_is_refused_as_a_whole_does_not_end_the_outage() {
        salesforce.answers(sent -> Reply.error(400, "JSON_PARSER_ERROR", "Cannot deserialize"));

        var sent = sending.probe(usages(1));

        assertTrue(sent.pause().isPresent());
        assertTrue(sent.decided().isEmpty());
    }

    @Test
    void an_unusable_answer_to_every_call_is_an_outage() {
        salesforce.answers(sent -> Reply.html());

        var sent = sending.send(usages(200));

        assertEquals("UNUSABLE_ANSWER", sent.pause().orElseThrow().code());
        assertTrue(sent.decided().isEmpty());
    }

    @Test
    void lost_answers_are_an_outage_when_reads_fail_too() {
        List<UsageRecord> records = usages(4);
        salesforce.answers(sent -> Reply.cut()).readsAnswer(503);

        var sent = sending.send(records);

        assertTrue(sent.pause().isPresent());
        assertTrue(sent.decided().isEmpty());
    }

    @ParameterizedTest(name = "of {0} records after {1} calls")
    @CsvSource({"1,1", "1,2", "1,3", "1,4", "2,1", "2,2", "2,3", "2,4", "2,5", "8,1", "8,2", "8,3", "8,4", "8,5", "8,6"
    })
    void the_end_of_an_outage_counts_for_no_record(int size, int calls) {
        List<UsageRecord> records = usages(size);
        salesforce.isDownBetween(1, calls);

        var sent = sending.send(records);

        assertEquals(List.of(), counted(sent, records));
    }

    @ParameterizedTest(name = "after {0} calls")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void the_beginning_of_an_outage_counts_only_for_the_record_to_blame(int calls) {
        List<UsageRecord> records = usages(8);
        UsageRecord poison = records.get(3);
        salesforce
                .answers(sent -> holds(sent, poison) ? Reply.html() : all(sent, one -> saved()))
                .isDownBetween(calls + 1, Integer.MAX_VALUE);

        var sent = sending.send(records);

        List<UsageRecord> blamed = counted(sent, records);
        assertTrue(List.of(poison).containsAll(blamed), () -> blamed.size() + " records were counted");
    }

    @Test
    void an_outage_in_some_rows_pauses_all_sending_and_keeps_the_saved_records() {
        List<UsageRecord> records = usages(3);
        UsageRecord full = records.get(1);
        salesforce.answers(sent -> all(
                sent, one -> is(one, full) ? refused("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded") : saved()));

        var sent = sending.send(records);

        assertEquals("STORAGE_LIMIT_EXCEEDED", sent.pause().orElseThrow().code());
        assertEquals(2, accepted(sent, records));
        assertTrue(sent.decidedOn(full).isEmpty());
    }
}
