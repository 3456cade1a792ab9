package dev.tailback.worker;

import static dev.tailback.worker.UsageRecords.usage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.StopNotice;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.queue.Published;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageRecord;
import dev.tailback.worker.report.QueueAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker sends by the mapping that is published in the queue, and by no other. */
class WorkerMappingTest {
    private static final String CONTRACT = "800000000000001AAA";
    private static final String PRODUCT = "a00000000000001AAA";
    private static final String SHIPPED_PATH = "/composite/sobjects/Product_Usage__c/External_Id__c";
    private static final String OTHER_PATH = "/composite/sobjects/Use__c/Key__c";
    private static final Published OTHER = Published.of(1, other("Use__c"));

    private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
    private final WorkersUnderTest workers = new WorkersUnderTest();
    private final QueueUnderTest queue = workers.queue();

    @AfterEach
    void close() {
        workers.close();
        salesforce.close();
    }

    private static String other(String object) {
        return MappingYaml.shippedText()
                .replace("object: Product_Usage__c", "object: " + object)
                .replace("externalId: External_Id__c", "externalId: Key__c");
    }

    @Test
    void without_a_mapping_nothing_is_taken_and_it_is_said_once_until_one_is_there() {
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        rebuiltWithoutMapping(record);
        try (LogLines log = new LogLines(QueueAccess.class)) {
            workers.start(salesforce.configuration());
            WorkerReport report = report("NO_MAPPING");
            assertEquals(WorkerState.IDLE, report.state());
            await().until(() -> log.all().size() == 1);

            queue.queue().operations().publish(OTHER);

            queue.outcome(record, OutcomeKind.ACCEPTED);
            assertEquals(List.of(OTHER_PATH), salesforce.paths());
            queue.report(told -> told.code().isEmpty());
            assertEquals(2, log.all().size(), () -> log.all().toString());
            assertTrue(
                    log.all().get(0).startsWith("NO_MAPPING: "), () -> log.all().toString());
        }
    }

    @Test
    void a_newer_mapping_holds_from_the_next_take_on() {
        UsageRecord before = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(before);
        workers.start(salesforce.configuration());
        queue.outcome(before, OutcomeKind.ACCEPTED);

        queue.queue().operations().publish(OTHER);
        UsageRecord after = usage(CONTRACT, PRODUCT, 1);
        queue.offer(after);

        queue.outcome(after, OutcomeKind.ACCEPTED);
        assertEquals(List.of(SHIPPED_PATH, OTHER_PATH), salesforce.paths());
    }

    @Test
    void a_mapping_that_cannot_be_read_stops_the_worker_although_it_has_known_another_one() {
        UsageRecord before = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(before);
        workers.start(salesforce.configuration());
        queue.outcome(before, OutcomeKind.ACCEPTED);

        queue.queue().operations().publish(Published.of(1, "mapping: 2\nname: of a newer release"));
        UsageRecord after = usage(CONTRACT, PRODUCT, 1);
        queue.offer(after);

        assertTrue(report("UNREADABLE_MAPPING").reason().orElseThrow().contains("'mapping: 1' is missing"));
        assertEquals(1, salesforce.writes().size());
        queue.queue().operations().publish(Published.of(2, other("Use2__c")));
        queue.outcome(after, OutcomeKind.ACCEPTED);
        assertEquals("/composite/sobjects/Use2__c/Key__c", salesforce.paths().get(1));
    }

    @Test
    void an_org_that_has_changed_stops_the_worker_with_the_sentence_of_it_until_it_is_mended() {
        UsageRecord before = usage(CONTRACT, PRODUCT, 1);
        queue.rebuilt(before);
        workers.start(salesforce.configuration());
        queue.outcome(before, OutcomeKind.ACCEPTED);
        String sentence = "The org has changed. Use__c has no field Units__c: give it back, or map another.";

        queue.queue().operations().publish(Published.of(0, 1, StopNotice.write(sentence)));
        UsageRecord after = usage(CONTRACT, PRODUCT, 1);
        queue.offer(after);

        assertEquals(Optional.of(sentence), report("SCHEMA_CHANGED").reason());
        assertEquals(1, salesforce.writes().size());
        queue.queue().operations().publish(Published.of(0, 2, MappingYaml.shippedText()));
        queue.outcome(after, OutcomeKind.ACCEPTED);
        assertEquals(List.of(SHIPPED_PATH, SHIPPED_PATH), salesforce.paths());
    }

    @Test
    void a_text_that_a_stranger_has_written_is_not_used_and_the_next_publishing_puts_it_right() {
        queue.rebuilt();
        queue.damageMapping("text", other("Stolen__c"));
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        queue.offer(record);
        workers.start(salesforce.configuration());
        report("UNREADABLE_MAPPING");
        assertEquals(List.of(), salesforce.paths());

        queue.queue().operations().publish(QueueUnderTest.SHIPPED);

        queue.outcome(record, OutcomeKind.ACCEPTED);
        assertEquals(List.of(SHIPPED_PATH), salesforce.paths());
    }

    @Test
    void after_a_wiped_redis_the_worker_waits_for_the_mapping_and_sends_by_the_one_it_is_told() {
        EmbeddedRedis redis = TestServices.ownRedis();
        UsageRecord record = usage(CONTRACT, PRODUCT, 1);
        try (QueueUnderTest own = new QueueUnderTest(redis.uri())) {
            own.rebuilt();
            workers.start(redis.uri(), salesforce.configuration(), RunningWorker.impatient());
            own.report(told -> told.code().isEmpty());
            redis.wipe();
            await().ignoreExceptions().until(() -> {
                rebuiltWithoutMapping(own, record);
                return true;
            });
            own.report(told -> told.code().equals(Optional.of("NO_MAPPING")));
            assertEquals(List.of(), salesforce.paths());

            own.queue().operations().publish(OTHER);

            own.outcome(record, OutcomeKind.ACCEPTED);
            assertEquals(List.of(OTHER_PATH), salesforce.paths());
        }
    }

    private WorkerReport report(String code) {
        return queue.report(told -> told.code().equals(Optional.of(code)));
    }

    private void rebuiltWithoutMapping(UsageRecord... records) {
        rebuiltWithoutMapping(queue, records);
    }

    private static void rebuiltWithoutMapping(QueueUnderTest queue, UsageRecord... records) {
        try (Rebuild rebuild =
                queue.queue().operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.offer(UsageRecord.entries(List.of(records)));
            rebuild.finish();
        }
    }
}
