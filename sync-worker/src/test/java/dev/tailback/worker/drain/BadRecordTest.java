package dev.tailback.worker.drain;

import static dev.tailback.worker.ScriptedSalesforce.all;
import static dev.tailback.worker.ScriptedSalesforce.refused;
import static dev.tailback.worker.ScriptedSalesforce.saved;
import static dev.tailback.worker.UsageRecords.usages;
import static dev.tailback.worker.drain.SendingUnderTest.accepted;
import static dev.tailback.worker.drain.SendingUnderTest.holds;
import static dev.tailback.worker.drain.SendingUnderTest.ids;
import static dev.tailback.worker.drain.SendingUnderTest.parked;
import static dev.tailback.worker.drain.SendingUnderTest.retried;
import static dev.tailback.worker.drain.SendingUnderTest.retriedUncounted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.ScriptedSalesforce;
import dev.tailback.worker.ScriptedSalesforce.Reply;
import dev.tailback.worker.UsageRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record makes every call fail that holds it: it is found in few calls, and the others are saved. */
class BadRecordTest {
    private static final String TRIGGER = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final SendingUnderTest sending = new SendingUnderTest(salesforce);

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void a_call_refused_as_a_whole_is_halved_until_the_record_to_blame_is_alone() {
        List<UsageRecord> records = usages(16);
        UsageRecord bad = records.get(5);
        salesforce.answers(sent -> holds(sent, bad)
                ? Reply.error(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of double")
                : all(sent, one -> saved()));

        var sent = sending.send(records);

        assertEquals(15, accepted(sent, records));
        assertEquals("JSON_PARSER_ERROR", parked(sent, bad).code());
        assertEquals(9, salesforce.writes().size());
    }

    @Test
    void a_record_that_causes_an_unusable_answer_is_found_and_not_counted_while_the_others_are_saved() {
        List<UsageRecord> records = usages(16);
        UsageRecord poison = records.get(3);
        salesforce.answers(sent -> holds(sent, poison) ? Reply.html() : all(sent, one -> saved()));

        var sent = sending.send(records);

        assertEquals(15, accepted(sent, records));
        assertEquals("UNUSABLE_ANSWER", retriedUncounted(sent, poison).code());
    }

    @Test
    void the_delays_of_a_record_that_is_not_counted_grow() {
        List<UsageRecord> records = usages(2);
        UsageRecord poison = records.get(0);
        salesforce.answers(sent -> holds(sent, poison) ? Reply.html() : all(sent, one -> saved()));
        Duration longest = Duration.ZERO;

        for (int i = 0; i < 8; i++) {
            Duration delay = retriedUncounted(sending.send(records), poison).delay();
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

        var sent = sending.send(records);

        assertEquals(records.size() - 1, accepted(sent, records));
        assertEquals(TRIGGER, parked(sent, bad).code());
        int calls = salesforce.writes().size();
        assertTrue(calls <= most, () -> calls + " calls");
    }

    @Test
    void when_every_record_is_refused_alone_too_there_are_fewer_than_two_calls_for_each() {
        List<UsageRecord> records = UsageRecords.usagesOf(16, 4);
        salesforce.answers(sent -> all(sent, one -> refused(TRIGGER, "XTrigger: System.NullPointerException")));

        var sent = sending.send(records);

        assertTrue(records.stream().allMatch(record -> parked(sent, record).attempts() == 1));
        assertEquals(2 * records.size() - 1, salesforce.writes().size());
    }

    @Test
    void in_smaller_calls_too_the_entries_of_a_contract_go_in_order() {
        List<UsageRecord> records = UsageRecords.usagesOf(3, 5);
        UsageRecord bad = records.get(8);
        salesforce.answers(sent -> holds(sent, bad)
                ? all(sent, one -> refused("CANNOT_EXECUTE_FLOW_TRIGGER", "The flow failed."))
                : all(sent, one -> saved()));

        sending.send(records);

        List<String> got = salesforce.writes().stream()
                .filter(write -> !write.contains(bad.entryId().toString()))
                .flatMap(List::stream)
                .toList();
        List<String> expected = new ArrayList<>(ids(records));
        expected.remove(bad.entryId().toString());
        assertEquals(expected, got);
    }

    @Test
    void records_that_make_our_own_code_fail_together_are_saved_alone_and_not_counted() {
        List<UsageRecord> records = new ArrayList<>(usages(6));
        UsageRecord first = records.get(1);
        records.add(UsageRecords.version(first.entryId(), first.contractId(), first.contractProductId(), 2, 1));
        assertThrows(IllegalArgumentException.class, () -> sending.calls().send(records));

        var sent = sending.send(records);

        assertEquals(7, accepted(sent, records));
    }

    @Test
    void a_call_too_large_for_a_proxy_is_sent_in_smaller_ones() {
        List<UsageRecord> records = usages(40);
        salesforce.answers(sent -> sent.size() > 10 ? Reply.page(413) : all(sent, one -> saved()));

        assertEquals(40, accepted(sending.send(records), records));
    }

    @Test
    void an_answer_with_too_few_rows_counts_for_no_record() {
        List<UsageRecord> records = usages(4);
        salesforce.answers(sent -> Reply.rows(saved()));

        var sent = sending.send(records);

        assertEquals(4, accepted(sent, records));
        assertEquals(
                4,
                salesforce.writes().stream().filter(write -> write.size() == 1).count());
    }

    @Test
    void a_server_error_that_one_record_causes_stops_only_that_record() {
        List<UsageRecord> records = usages(4);
        UsageRecord bad = records.get(0);
        salesforce.answers(sent -> holds(sent, bad)
                ? Reply.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")
                : all(sent, one -> saved()));

        var sent = sending.send(records);

        assertEquals(3, accepted(sent, records));
        assertEquals("UNKNOWN_EXCEPTION", retried(sent, bad).code());
    }
}
