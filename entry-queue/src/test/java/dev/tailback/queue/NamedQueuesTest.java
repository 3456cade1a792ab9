package dev.tailback.queue;

import static dev.tailback.queue.Fixture.entry;
import static dev.tailback.queue.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.testservices.TestServices;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues of two names in one Redis know nothing of each other. */
class NamedQueuesTest {
    private final String uri = TestServices.emptyRedis();
    private final EntryQueue usage = EntryQueue.connect(Fixture.patient(uri));
    private final EntryQueue hub = EntryQueue.connect(new QueueConfiguration("hub", uri, 4, Duration.ofSeconds(20)));
    private final Fixture.Wire wire = Fixture.wire(uri);

    @BeforeEach
    void open() {
        open(usage);
        open(hub);
    }

    @AfterEach
    void allInvariantsHold() {
        assertEquals(List.of(), usage.operations().audit());
        assertEquals(List.of(), hub.operations().audit());
        usage.close();
        hub.close();
        wire.close();
    }

    @Test
    void one_entry_waits_in_both_and_each_has_its_own_outcome() {
        usage.offer(List.of(entry("800A", 1, 1)));
        hub.offer(List.of(entry("800A", 1, 7)));

        assertEquals(List.of(entry("800A", 1, 1)), take(usage).entries());
        assertEquals(List.of(entry("800A", 1, 7)), take(hub).entries());

        hub.settle("b1", List.of(Fixture.accepted(entry("800A", 1, 7))));
        assertEquals(0, usage.operations().status().outcomesWaiting());
        assertEquals(1, usage.operations().status().entriesInFlight());
        try (OutcomeStream outcomes = hub.outcomes("ledger")) {
            assertEquals(7, outcomes.read(10, Duration.ZERO).get(0).version());
        }
    }

    @Test
    void a_pause_a_hold_and_a_text_of_one_do_not_reach_the_other() {
        hub.operations().pause("Maintenance");
        hub.operations().hold(new Holds(Set.of("800A"), Set.of()));
        hub.operations().publish(Published.of(1, "rules of the hub"));

        usage.offer(List.of(entry("800A", 1, 1)));

        assertEquals(1, take(usage).entries().size());
        assertTrue(usage.operations().published().isEmpty());
    }

    /** Also one that empties the shards of an earlier number. */
    @Test
    void a_rebuild_of_one_leaves_the_other_as_it_is() {
        usage.offer(List.of(entry("800A", 1, 1), entry("800B", 2, 1)));
        hub.offer(List.of(entry("800A", 1, 7)));

        try (EntryQueue fewer = EntryQueue.connect(new QueueConfiguration("hub", uri, 1, Duration.ofSeconds(20)))) {
            open(fewer);
            assertEquals(0, fewer.operations().status().waitingEntries());
            open(hub);
        }

        assertEquals(
                List.of(id(1), id(2)),
                take(usage).entries().stream().map(QueueEntry::id).toList());
    }

    @Test
    void no_key_is_in_both() {
        usage.offer(List.of(entry("800A", 1, 1)));
        hub.offer(List.of(entry("800A", 1, 1)));

        List<String> keys = wire.commands().keys("*");
        assertTrue(keys.stream().anyMatch(key -> key.startsWith("tailback:{usage-0}:")), keys::toString);
        assertTrue(keys.stream().anyMatch(key -> key.startsWith("tailback:{hub-")), keys::toString);
        assertTrue(
                keys.stream()
                        .allMatch(key -> key.startsWith("tailback:{usage-0}:") || key.startsWith("tailback:{hub-")),
                keys::toString);
    }

    private static void open(EntryQueue queue) {
        try (Rebuild rebuild =
                queue.operations().beginRebuild(Duration.ofSeconds(30)).orElseThrow()) {
            rebuild.finish();
        }
    }

    private static Batch take(EntryQueue queue) {
        return (Batch) queue.take("b1", 10, Fixture.LEASE);
    }
}
