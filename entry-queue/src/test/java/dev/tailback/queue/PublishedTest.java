package dev.tailback.queue;

import static dev.tailback.queue.Fixture.LEASE;
import static dev.tailback.queue.Fixture.Q;
import static dev.tailback.queue.Fixture.allAccepted;
import static dev.tailback.queue.Fixture.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers go by what the owner publishes, as a mapping of fields, and by nothing else. */
class PublishedTest {
    private static final Published FIRST = Published.of(1, "mapping: 1\nname: first");
    private static final Published SECOND = Published.of(2, "mapping: 1\nname: second");
    private static final String KEY = Q + ":mapping";

    private final Fixture fixture = Fixture.onRedisClock();
    private final EntryQueue queue = fixture.queue;
    private final QueueOperations operations = queue.operations();

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), operations.audit());
        fixture.close();
    }

    @Test
    void nothing_is_taken_before_a_mapping_is_published_and_known() {
        queue.offer(List.of(entry("800A", 1, 1)));

        assertInstanceOf(Take.OtherStamp.class, take("b1", Published.NONE));
        assertEquals(Optional.empty(), operations.published());
        assertEquals(Optional.empty(), operations.publish(FIRST));
        assertInstanceOf(Take.OtherStamp.class, take("b1", Published.NONE));
        assertEquals(Optional.of(FIRST), operations.published());
        assertInstanceOf(Batch.class, take("b1", FIRST.stamp()));
    }

    @Test
    void of_two_revisions_of_a_version_the_higher_stays_and_a_higher_version_replaces_both() {
        Published gone = Published.of(1, 3, "mapping: 1\nname: without a field");
        Published back = Published.of(1, 4, FIRST.text());
        operations.publish(FIRST);
        assertEquals(Optional.empty(), operations.publish(gone));

        assertEquals(Optional.of(gone.stamp()), operations.publish(FIRST));
        assertEquals(Optional.empty(), operations.publish(back));
        assertEquals(Optional.of(back.stamp()), operations.publish(gone));
        Published next = Published.of(2, 4, SECOND.text());
        assertEquals(Optional.empty(), operations.publish(next));

        assertEquals(Optional.of(next), operations.published());
        assertEquals(2, next.versionPutInUse());
        assertEquals(1, gone.versionPutInUse());
    }

    @Test
    void a_worker_with_an_older_mapping_gets_nothing_and_settles_what_it_has() {
        operations.publish(FIRST);
        queue.offer(List.of(entry("800A", 1, 1)));
        Batch batch = assertInstanceOf(Batch.class, take("b1", FIRST.stamp()));
        queue.offer(List.of(entry("800B", 2, 1)));
        operations.publish(SECOND);

        assertInstanceOf(Take.OtherStamp.class, take("b2", FIRST.stamp()));
        assertEquals(Settled.DONE, queue.settle("b1", allAccepted(batch)));
        assertInstanceOf(Batch.class, take("b2", SECOND.stamp()));
    }

    @Test
    void a_take_whose_answer_was_lost_gives_its_batch_once_the_newer_mapping_is_known() {
        operations.publish(FIRST);
        queue.offer(List.of(entry("800A", 1, 1)));
        Take lost = take("b1", FIRST.stamp());
        operations.publish(SECOND);

        assertInstanceOf(Take.OtherStamp.class, take("b1", FIRST.stamp()));
        Batch again = assertInstanceOf(Batch.class, take("b1", SECOND.stamp()));
        assertEquals(assertInstanceOf(Batch.class, lost).entries(), again.entries());
    }

    @Test
    void a_lower_version_replaces_nothing_and_is_told_which_one_stays() {
        operations.publish(SECOND);

        assertEquals(Optional.of(SECOND.stamp()), operations.publish(FIRST));
        assertEquals(Optional.of(SECOND), operations.published());
    }

    @Test
    void an_old_state_of_redis_is_corrected_by_the_next_publishing() {
        operations.publish(FIRST);

        assertEquals(Optional.empty(), operations.publish(SECOND));
        assertEquals(Optional.of(SECOND), operations.published());
    }

    /** Each release brings its own version 0. */
    @Test
    void the_same_version_with_another_text_is_replaced() {
        Published shipped = Published.of(0, "name: of this release");
        operations.publish(Published.of(0, "name: of the release before"));

        assertEquals(Optional.empty(), operations.publish(shipped));
        assertEquals(Optional.of(shipped), operations.published());
    }

    @Test
    void a_higher_version_that_the_ledger_does_not_know_goes_when_it_is_named_and_no_other() {
        Published invented = Published.of(99, "name: invented");
        operations.publish(invented);

        assertEquals(Optional.of(invented.stamp()), operations.publish(FIRST, SECOND.stamp()));
        assertEquals(Optional.empty(), operations.publish(FIRST, invented.stamp()));
        assertEquals(Optional.of(FIRST), operations.published());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "version", "stamp"})
    void a_damaged_field_is_replaced_by_any_version(String field) {
        operations.publish(SECOND);
        fixture.redis().hset(KEY, field, "99");

        assertEquals(Optional.empty(), operations.publish(FIRST));
        assertEquals(Optional.of(FIRST), operations.published());
    }

    @Test
    void a_key_of_another_type_is_no_mapping_and_is_replaced() {
        queue.offer(List.of(entry("800A", 1, 1)));
        fixture.redis().set(KEY, "no hash");

        assertInstanceOf(Take.OtherStamp.class, take("b1", FIRST.stamp()));
        assertFalse(operations.published().orElseThrow().isWhole());
        operations.publish(FIRST);
        assertInstanceOf(Batch.class, take("b1", FIRST.stamp()));
    }

    @Test
    void a_text_that_is_longer_than_any_of_ours_is_not_read() {
        operations.publish(FIRST);
        fixture.redis().hset(KEY, "text", "x".repeat(300_000));

        assertEquals("", operations.published().orElseThrow().text());
        assertThrows(IllegalArgumentException.class, () -> Published.of(1, "x".repeat(Published.LONGEST + 1)));
    }

    @Test
    void a_program_that_knows_only_the_shipped_mapping_finds_the_gate_shut_while_another_one_is_published() {
        operations.publish(Published.of(0, "name: shipped"));
        queue.offer(List.of(entry("800A", 1, 1)));
        try (EntryQueue older = EntryQueue.connect(Fixture.patient(fixture.uri()), PublishedTest::withoutMapping)) {
            assertFalse(older.operations().needsRebuild());
            operations.publish(FIRST);
            assertInstanceOf(Take.Shut.class, older.take("old1", 10, LEASE));
            assertInstanceOf(Batch.class, take("new", FIRST.stamp()));
        }
    }

    @Test
    void the_gate_stays_shut_for_older_programs_after_a_rebuild_and_beside_a_hold() {
        operations.publish(FIRST);
        operations.hold(new Holds(Set.of("800A"), Set.of()));
        fixture.redis().del(Q + ":epoch");
        fixture.open();

        assertFalse(operations.needsRebuild());
        try (EntryQueue older = EntryQueue.connect(Fixture.patient(fixture.uri()), PublishedTest::withoutMapping)) {
            assertInstanceOf(Take.Shut.class, older.take("old1", 10, LEASE));
        }
    }

    private static String withoutMapping(String file) {
        String known = "if epoch == mapped(ours) or epoch == holding(mapped(ours)) then return true end";
        String text = ShardScripts.resource(file);
        if (file.equals("common.lua") && !text.contains(known)) {
            throw new IllegalArgumentException("The gate has changed");
        }
        return text.replace(known, "");
    }

    @Test
    void the_mapping_outlives_a_rebuild_and_a_wiped_redis_gets_it_back() {
        operations.publish(FIRST);
        fixture.redis().del(Q + ":epoch");
        fixture.open();
        assertEquals(Optional.of(FIRST), operations.published());

        fixture.redis().flushall();
        assertEquals(Optional.empty(), operations.published());
        operations.publish(FIRST);
        fixture.open();

        queue.offer(List.of(entry("800A", 1, 1)));
        assertInstanceOf(Batch.class, take("b1", FIRST.stamp()));
    }

    @Test
    void a_part_of_the_queue_that_has_an_older_mapping_gives_nothing_and_the_others_do() {
        try (EntryQueue parts = EntryQueue.connect(Fixture.patient(fixture.uri(), 2))) {
            try (Rebuild rebuild =
                    parts.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
                rebuild.finish();
            }
            parts.operations().publish(SECOND);
            parts.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1), entry("800C", 3, 1), entry("800D", 4, 1)));
            fixture.redis().hset(Q + ":mapping", "stamp", FIRST.stamp());

            assertEquals(
                    SECOND.stamp(), parts.operations().published().orElseThrow().stamp());
            Batch batch = assertInstanceOf(Batch.class, parts.take("b1", 10, LEASE, SECOND.stamp()));
            assertNotEquals(4, batch.entries().size());
            assertInstanceOf(Take.OtherStamp.class, parts.take("b2", 10, LEASE, SECOND.stamp()));
            parts.operations().publish(SECOND);
            assertInstanceOf(Batch.class, parts.take("b3", 10, LEASE, SECOND.stamp()));
        }
    }

    private Take take(String batchId, String stamp) {
        return queue.take(batchId, 10, LEASE, stamp);
    }
}
