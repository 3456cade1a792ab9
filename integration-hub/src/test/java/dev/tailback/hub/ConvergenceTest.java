package dev.tailback.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.simulation.Story;
import dev.tailback.hub.simulation.ThreeCrms;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random edits by people in three CRMs, under faults and with wrong clocks. When people stop, all hold the agreed values,
 * and writing stops.
 */
class ConvergenceTest {

    /** {@code -Dtailback.seeds=100000} tries more; each seed is a story of its own. */
    private static final int SEEDS = Integer.getInteger("tailback.seeds", 1000);

    private static final long FIRST_SEED = Long.getLong("tailback.seed", 1);

    /** While one story waits for PostgreSQL, another one goes on. */
    private static final int AT_ONCE = 2;

    @Test
    void when_people_stop_all_crms_hold_the_agreed_values_and_writing_stops()
            throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong(FIRST_SEED);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<String>>> ends = threads.invokeAll(
                    Stream.generate(() -> stories(next)).limit(AT_ONCE).toList());
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> end : ends) {
                wrong.addAll(end.get());
            }
            assertEquals(List.of(), wrong);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One after the other on a database of their own, until one goes wrong. */
    private static Callable<List<String>> stories(AtomicLong next) {
        return () -> {
            ThreeCrms crms = new ThreeCrms(habits -> habits);
            try (SimulatedHub hub = crms.start()) {
                Story story = new Story(hub, crms);
                List<String> wrong = List.of();
                for (long seed = next.getAndIncrement();
                        wrong.isEmpty() && seed < FIRST_SEED + SEEDS;
                        seed = next.getAndIncrement()) {
                    wrong = story.wrong(seed);
                }
                return wrong;
            }
        };
    }
}
