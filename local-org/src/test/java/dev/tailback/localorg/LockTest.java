package dev.tailback.localorg;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Locks;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.Circumstances;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.seed.SeedPlan;
import dev.tailback.localorg.switches.Switches;
import dev.tailback.localorg.users.Person;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Saves under one master are decided one after the other; a save that waits too long is told so. */
class LockTest {

    private static Org org(Duration wait) {
        Schema schema = new SchemaLoader(Orchard.SOURCE).load();
        Org org = new Org(
                schema,
                new Locks(() -> wait),
                new Circumstances(ids -> Set.of(), new Switches(Map.of()), Clock.systemUTC()),
                word -> word + "@x.y");
        new SeedPlan(Orchard.SEED, true).importInto(org);
        return org;
    }

    private static List<SaveResult> upsert(Org org, Transaction transaction, Map<String, Object> record) {
        var type = org.schema().known("Tree__c");
        return org.save()
                .save(
                        transaction,
                        org.users().of(Person.ADMIN),
                        new SaveRequest(type, Verb.UPSERT, type.field("Code__c").orElseThrow(), List.of(record)));
    }

    private static Map<String, Object> tree(String code, String orchard, int apples) {
        return new HashMap<>(Map.of(
                "Code__c", code, "Orchard__r", Map.of("Code__c", orchard), "Apples__c", BigDecimal.valueOf(apples)));
    }

    @Test
    void a_save_that_waits_too_long_for_a_master_gets_row_busy_and_readers_never_wait() {
        Org org = org(Duration.ofMillis(50));
        try (Transaction holder = org.store().begin()) {
            assertTrue(upsert(org, holder, tree("A", "HILL", 1)).get(0).success());
            try (Transaction late = org.store().begin()) {
                SaveResult result = upsert(org, late, tree("B", "VALE", 1)).get(0);
                assertEquals("UNABLE_TO_LOCK_ROW", result.errors().get(0).code());
                assertTrue(result.errors()
                        .get(0)
                        .message()
                        .startsWith("unable to obtain exclusive access to this record or 1 records: a"));
            }
            try (Snapshot snapshot = org.store().snapshot()) {
                var type = org.schema().known("Tree__c");
                assertEquals(List.of(), snapshot.byKey(type.field("Code__c").orElseThrow(), "A"));
            }
        }
        assertEquals(1, org.locks().clashes());
    }

    @Test
    void a_save_that_waits_goes_on_when_the_holder_has_committed_and_sees_its_work() throws Exception {
        Org org = org(Duration.ofSeconds(20));
        CompletableFuture<SaveResult> waiting;
        try (Transaction holder = org.store().begin()) {
            upsert(org, holder, tree("A", "HILL", 60));
            waiting = CompletableFuture.supplyAsync(() -> {
                try (Transaction late = org.store().begin()) {
                    SaveResult result = upsert(org, late, tree("B", "HILL", 60)).get(0);
                    late.commit();
                    return result;
                }
            });
            await().until(() -> org.locks().clashes() == 1);
            holder.commit();
        }
        SaveResult result = waiting.get(1, TimeUnit.MINUTES);
        assertEquals(
                "[TOO_MANY] More apples than the policy allows.",
                result.errors().get(0).message());
    }

    @Test
    void a_delete_that_waits_for_another_one_is_told_that_the_row_is_gone() throws Exception {
        Org org = org(Duration.ofSeconds(20));
        List<String> ids;
        try (Transaction transaction = org.store().begin()) {
            ids = List.of(
                    upsert(org, transaction, tree("A", "HILL", 1)).get(0).id().orElseThrow());
            transaction.commit();
        }
        CompletableFuture<SaveResult> waiting;
        try (Transaction holder = org.store().begin()) {
            assertTrue(delete(org, holder, ids).success());
            waiting = CompletableFuture.supplyAsync(() -> {
                try (Transaction late = org.store().begin()) {
                    return delete(org, late, ids);
                }
            });
            await().until(() -> org.locks().clashes() == 1);
            holder.commit();
        }
        assertEquals(
                "ENTITY_IS_DELETED",
                waiting.get(1, TimeUnit.MINUTES).errors().get(0).code());
    }

    private static SaveResult delete(Org org, Transaction transaction, List<String> ids) {
        return org.delete()
                .delete(transaction, org.users().of(Person.ADMIN), ids)
                .get(0);
    }

    @Test
    void many_writers_lose_no_apple() {
        Org org = org(Duration.ofSeconds(20));
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String code = "W" + writer;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int apples = 1; apples <= 25; apples++) {
                    try (Transaction transaction = org.store().begin()) {
                        assertTrue(upsert(org, transaction, tree(code, apples % 2 == 0 ? "HILL" : "VALE", apples))
                                .get(0)
                                .success());
                        transaction.commit();
                    }
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        try (Snapshot snapshot = org.store().snapshot()) {
            var type = org.schema().known("Region__c");
            int total = type.field("Apples_Total__c").orElseThrow().index();
            snapshot.each(
                    type, row -> assertEquals(0, BigDecimal.valueOf(100).compareTo((BigDecimal) row.value(total))));
        }
    }

    @Test
    void who_waits_longest_is_served_first() {
        Org org = org(Duration.ofSeconds(20));
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        try (Transaction holder = org.store().begin()) {
            holder.lock("row", holder.deadline());
            for (int place = 1; place <= 5; place++) {
                int mine = place;
                waiting.add(CompletableFuture.runAsync(
                        () -> {
                            try (Transaction late = org.store().begin()) {
                                assertTrue(late.lock("row", late.deadline()));
                                served.add(mine);
                            }
                        },
                        command -> new Thread(command).start()));
                await().until(() -> org.locks().clashes() == mine);
            }
        }
        waiting.forEach(CompletableFuture::join);
        assertEquals(List.of(1, 2, 3, 4, 5), served);
    }

    @Test
    void a_wait_that_would_close_a_circle_fails_at_once_and_the_other_goes_on() throws Exception {
        Org org = org(Duration.ofHours(1));
        try (Transaction first = org.store().begin()) {
            CompletableFuture<Boolean> other;
            try (Transaction second = org.store().begin()) {
                assertTrue(first.lock("one", first.deadline()));
                assertTrue(second.lock("two", second.deadline()));
                other = CompletableFuture.supplyAsync(() -> first.lock("two", first.deadline()));
                await().until(() -> org.locks().clashes() == 1);
                assertFalse(second.lock("one", second.deadline()));
            }
            assertTrue(other.get(1, TimeUnit.MINUTES));
        }
    }
}
