package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Settlement;
import dev.tailback.usage.UsageRecord;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many people at once, two service apps, a worker that accepts, refuses and forgets, and a Redis that is wiped in
 * between. What the worker accepted stands for Salesforce; at the end it must be what the ledger says.
 */
class CrowdTest {

    private static final long SEED = 20261120;
    private final Map<UUID, UsageRecord> salesforce = new ConcurrentHashMap<>();
    private Line line;
    private volatile boolean busy = true;

    @BeforeEach
    void start() {
        line = Line.running(Line.NO_SALESFORCE);
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void whatever_people_do_at_once_the_ledger_and_salesforce_agree_in_the_end() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        ApplicationContext other = line.another();
        try {
            Future<?> worker = threads.submit(this::work);
            List<Callable<Integer>> people = new ArrayList<>();
            for (int person = 0; person < 6; person++) {
                Random random = new Random(SEED + person);
                people.add(() -> corrections(random));
            }
            int worst = 0;
            for (Future<Integer> person : threads.invokeAll(people)) {
                worst = Math.max(worst, person.get());
            }
            assertTrue(worst < 500, "an answer was " + worst);
            await().atMost(Duration.ofMinutes(3)).until(() -> unreported() == 0);
            busy = false;
            worker.get();
        } finally {
            other.close();
        }
        threads.shutdown();
        compare();
    }

    private static final String[] PRODUCTS = {Ids.product(), Ids.product(), Ids.product()};

    private int corrections(Random random) {
        String contract = Ids.contract();
        int worst = 0;
        for (int round = 0; round < 6; round++) {
            Answer seen = line.staff().create(ad("Crowd", contract, PRODUCTS[0], 1 + random.nextInt(5)));
            for (int step = 0; step < 5; step++) {
                Answer changed = change(random, contract, seen);
                worst = Math.max(worst, changed.status());
                seen = line.staff().read(seen);
            }
            if (round == 3 && random.nextInt(3) == 0) {
                line.redis().wipe();
            }
        }
        return worst;
    }

    private Answer change(Random random, String contract, Answer seen) {
        if (random.nextInt(8) == 0) {
            return line.staff().cancel(seen);
        }
        String product = PRODUCTS[random.nextInt(PRODUCTS.length)];
        return line.staff().correct(seen, ad("Crowd", contract, product, 1 + random.nextInt(9)));
    }

    /** As Salesforce: an older version never goes over a newer one. */
    private void work() {
        Random random = new Random(SEED);
        while (busy) {
            try {
                line.worker().settle(record -> fate(record, random.nextInt(10)));
            } catch (QueueUnavailable wiped) {
                Thread.onSpinWait();
            }
        }
    }

    private Settlement fate(UsageRecord record, int dice) {
        if (dice == 0) {
            return Worker.later(record, Duration.ofMillis(50));
        }
        UsageRecord held =
                salesforce.merge(record.entryId(), record, (old, now) -> now.version() >= old.version() ? now : old);
        return held.version() > record.version() ? Worker.stale(record) : Worker.accepted(record);
    }

    private long unreported() {
        return line.number("select count(*) from usage_entry where version > reported_version");
    }

    private void compare() {
        Set<UUID> seen = ConcurrentHashMap.newKeySet();
        salesforce.values().forEach(record -> {
            seen.add(record.entryId());
            assertEquals(
                    1,
                    line.number(
                            "select count(*) from usage_entry where id = ? and version = ? and units = ? and cancelled = ?"
                                    + " and reported_version = version and reported_units = units"
                                    + " and reported_cancelled = cancelled",
                            record.entryId(),
                            record.version(),
                            record.units(),
                            record.cancelled()),
                    record::toString);
        });
        assertEquals(seen.size(), line.number("select count(*) from usage_entry"));
        assertEquals(
                0,
                line.number(
                        "select count(*) from (select e.id from usage_entry e join usage_history h on h.entry_id = e.id"
                                + " group by e.id having sum(coalesce(h.consumed_change, 0))"
                                + " <> case when e.cancelled then 0 else e.units end) wrong"));
    }
}
