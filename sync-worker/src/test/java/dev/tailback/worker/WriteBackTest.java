package dev.tailback.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.queue.WorkerState;
import dev.tailback.usage.UsageRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The way from the queue into a Salesforce org that behaves as our metadata says: real Redis, a local org, a whole
 * worker.
 */
class WriteBackTest {
    private static final String MAGIC_ADS = "Magic Ads";
    private static final String HARBOUR = "Harbour";

    private final WorkersUnderTest workers = new WorkersUnderTest();
    private final QueueUnderTest queue = workers.queue();
    private Org org;

    @BeforeEach
    void open() {
        org = Org.start();
    }

    @AfterEach
    void close() {
        workers.close();
        org.close();
    }

    @Test
    void booked_units_become_consumed_units_on_the_contract() {
        UsageRecord one = org.usage(MAGIC_ADS, "Small", 1);
        queue.rebuilt();
        workers.start(org.configuration());
        queue.offer(one);

        Outcome outcome = queue.outcome(one, OutcomeKind.ACCEPTED);
        assertEquals(1, org.consumed(MAGIC_ADS, "Small"));
        assertEquals(
                outcome.acceptedId().orElseThrow(), org.held(one).orElseThrow().salesforceId());
    }

    @Test
    void the_outcome_says_how_the_record_was_sent() {
        UsageRecord one = org.usage(MAGIC_ADS, "Small", 1);
        queue.rebuilt();
        workers.start(org.configuration());
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        queue.offer(one);

        Attempt attempt = queue.outcome(one, OutcomeKind.ACCEPTED).attempt().orElseThrow();
        assertEquals(OptionalInt.of(200), attempt.status());
        assertTrue(attempt.created());
        assertTrue(!attempt.sentAt().isBefore(before) && !attempt.sentAt().isAfter(Instant.now()));
        assertEquals(
                queue.report(report -> true).workerId(), attempt.worker(), "as the worker is called where workers are");
    }

    @Test
    void a_correction_replaces_what_salesforce_holds() {
        UsageRecord first = org.usage(MAGIC_ADS, "Small", 3);
        UsageRecord corrected =
                UsageRecords.version(first.entryId(), first.contractId(), first.contractProductId(), 2, 1);
        queue.rebuilt(first);
        workers.start(org.configuration());
        queue.outcome(first, OutcomeKind.ACCEPTED);
        queue.offer(corrected);

        queue.first(outcome -> outcome.version() == 2 && outcome.kind() == OutcomeKind.ACCEPTED);
        assertEquals(1, org.consumed(MAGIC_ADS, "Small"));
        assertEquals(1, org.usageRows(MAGIC_ADS));
    }

    @Test
    void an_older_version_is_stale_and_changes_nothing() {
        UsageRecord old = org.usage(MAGIC_ADS, "Small", 3);
        UsageRecord corrected = UsageRecords.version(old.entryId(), old.contractId(), old.contractProductId(), 2, 1);
        queue.rebuilt(corrected);
        workers.start(org.configuration());
        queue.outcome(corrected, OutcomeKind.ACCEPTED);
        queue.offer(old);

        assertEquals(1, queue.outcome(old, OutcomeKind.STALE).version());
        assertEquals(1, org.consumed(MAGIC_ADS, "Small"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "down",
                "error-500",
                "maintenance-503",
                "edge-420",
                "read-only",
                "quota-used-up",
                "concurrency-limit"
            })
    void an_outage_makes_all_customers_wait_and_then_everything_arrives_once(String fault) {
        UsageRecord magic = org.usage(MAGIC_ADS, "Small", 1);
        UsageRecord more = UsageRecords.usage(magic.contractId(), magic.contractProductId(), 1);
        UsageRecord harbour = org.usage(HARBOUR, "Small", 2);
        UsageRecord before = org.usage(HARBOUR, "Small", 1);
        queue.rebuilt(before);
        workers.start(org.configuration());
        queue.outcome(before, OutcomeKind.ACCEPTED);
        org.fault("{\"kind\":\"" + fault + "\"}");
        queue.offer(magic, more, harbour);
        queue.report(report -> report.state() == WorkerState.OUTAGE);
        org.heal();

        List<Outcome> outcomes = List.of(
                queue.outcome(magic, OutcomeKind.ACCEPTED),
                queue.outcome(more, OutcomeKind.ACCEPTED),
                queue.outcome(harbour, OutcomeKind.ACCEPTED));
        assertTrue(outcomes.stream().allMatch(outcome -> outcome.attempts() == 0), "no attempt was counted");
        assertEquals(2, org.consumed(MAGIC_ADS, "Small"));
        assertEquals(2, org.usageRows(MAGIC_ADS));
        assertEquals(2, org.usageRows(HARBOUR));
        assertEquals(List.of(), queue.queue().operations().audit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "drop-before-commit"})
    void a_lost_answer_is_repeated_and_counts_once(String fault) {
        UsageRecord record = org.usage(MAGIC_ADS, "Small", 2);
        org.fault("{\"kind\":\"" + fault + "\",\"times\":1}");
        queue.rebuilt(record);
        workers.start(org.configuration());

        assertEquals(0, queue.outcome(record, OutcomeKind.ACCEPTED).attempts());
        assertEquals(2, org.consumed(MAGIC_ADS, "Small"));
        assertEquals(1, org.usageRows(MAGIC_ADS));
    }

    @Test
    void an_expired_session_is_renewed_and_counts_no_attempt() {
        UsageRecord record = org.usage(MAGIC_ADS, "Small", 1);
        queue.rebuilt(record);
        org.fault("{\"kind\":\"session-expired\",\"times\":1}");
        workers.start(org.configuration());

        assertEquals(0, queue.outcome(record, OutcomeKind.ACCEPTED).attempts());
    }

    @Test
    void a_busy_row_is_tried_again_while_others_go_through() {
        UsageRecord busy = org.usage(MAGIC_ADS, "Small", 1);
        UsageRecord free = org.usage(HARBOUR, "Small", 1);
        org.fault("{\"kind\":\"row-busy\",\"times\":2,\"contractId\":\"" + busy.contractId() + "\"}");
        queue.rebuilt(busy, free);
        workers.start(org.configuration());

        assertEquals(
                Optional.of("ROW_BUSY"),
                queue.outcome(busy, OutcomeKind.RETRYING).code());
        queue.outcome(free, OutcomeKind.ACCEPTED);
        queue.outcome(busy, OutcomeKind.ACCEPTED);
    }

    @Test
    void a_fulfilled_contract_parks_its_entry_while_others_go_through() {
        UsageRecord before = org.usage(MAGIC_ADS, "Small", 1);
        queue.rebuilt(before);
        workers.start(org.configuration());
        queue.outcome(before, OutcomeKind.ACCEPTED);
        org.fulfil(MAGIC_ADS);
        UsageRecord late = UsageRecords.usage(before.contractId(), before.contractProductId(), 1);
        UsageRecord other = org.usage(HARBOUR, "Small", 1);
        queue.offer(late, other);

        Outcome parked = queue.outcome(late, OutcomeKind.PARKED);
        assertEquals(Optional.of("USAGE_LOCKED"), parked.code());
        assertTrue(parked.reason().orElseThrow().startsWith("The contract is fulfilled"), parked::toString);
        queue.outcome(other, OutcomeKind.ACCEPTED);
        assertEquals(1, org.consumed(MAGIC_ADS, "Small"));
    }

    @Test
    void a_repeat_after_fulfilment_is_accepted_and_changes_nothing() {
        UsageRecord record = org.usage(MAGIC_ADS, "Small", 1);
        queue.rebuilt(record);
        workers.start(org.configuration());
        queue.outcome(record, OutcomeKind.ACCEPTED);
        org.fulfil(MAGIC_ADS);
        queue.offer(record);

        queue.first(outcome -> queue.outcomes().indexOf(outcome) == 1);
        assertTrue(queue.outcomes().stream().allMatch(outcome -> outcome.kind() == OutcomeKind.ACCEPTED));
        assertEquals(1, org.consumed(MAGIC_ADS, "Small"));
    }

    @Test
    void an_unknown_contract_product_parks_the_entry() {
        UsageRecord real = org.usage(MAGIC_ADS, "Small", 1);
        String unknown = real.contractProductId().substring(0, 11) + "zzzz";
        UsageRecord lost = UsageRecords.usage(real.contractId(), unknown, 1);
        queue.rebuilt(lost, real);
        workers.start(org.configuration());

        queue.outcome(lost, OutcomeKind.PARKED);
        queue.outcome(real, OutcomeKind.ACCEPTED);
    }

    @Test
    void of_a_group_that_needs_too_many_units_those_that_fit_get_in(@TempDir Path directory) {
        org.close();
        org = Org.withoutOveruse(directory.resolve("force-app"));
        UsageRecord first = org.usage(MAGIC_ADS, "Small", 2);
        UsageRecord second = UsageRecords.usage(first.contractId(), first.contractProductId(), 2);
        UsageRecord third = UsageRecords.usage(first.contractId(), first.contractProductId(), 1);
        queue.rebuilt(first, second, third);
        workers.start(org.configuration());

        queue.outcome(first, OutcomeKind.ACCEPTED);
        assertEquals(
                Optional.of("NOT_ENOUGH_UNITS"),
                queue.outcome(second, OutcomeKind.PARKED).code());
        queue.outcome(third, OutcomeKind.ACCEPTED);
        assertEquals(3, org.consumed(MAGIC_ADS, "Small"));
    }
}
