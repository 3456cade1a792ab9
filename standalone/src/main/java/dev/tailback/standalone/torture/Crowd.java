package dev.tailback.standalone.torture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * People at work: so many acts a second, drawn from the seed. Which act comes when is the seed's; how they overlap is up to the machine. When all hands
 * are busy, an act is left out and counted.
 */
final class Crowd implements AutoCloseable {
    private static final int HANDS = 16;
    private static final int PERIOD_MS = 40;
    private static final int LONGEST_ACT_S = 90;

    private final Map<String, Act> acts;
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private final Tally tally;
    private final Differences differences;
    private final Random random;
    private final ThreadPoolExecutor hands = new ThreadPoolExecutor(
            HANDS, HANDS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(HANDS), work -> daemon(work, "staff"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "working-day"));

    Crowd(AdActs ads, OtherActs others, Tally tally, Differences differences, long seed) {
        this.tally = tally;
        this.differences = differences;
        this.random = new Random(seed);
        this.acts = Map.of(
                "create", ads::place,
                "correct", ads::correct,
                "move", ads::move,
                "cancel", ads::cancel,
                "retry", others::retry,
                "revert", others::revert,
                "fulfil", others::fulfil,
                "reopen", others::reopen);
        weights.putAll(Map.of("create", 34, "correct", 32, "move", 11, "cancel", 6));
        weights.putAll(Map.of("retry", 3, "revert", 3, "fulfil", 5, "reopen", 6));
    }

    void work() {
        clock.scheduleAtFixedRate(this::next, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        String name = drawn();
        long seed = random.nextLong();
        try {
            hands.execute(() -> act(name, new Random(seed)));
        } catch (RejectedExecutionException allBusy) {
            tally.count("left out", "because all hands were busy");
        }
    }

    private String drawn() {
        int point = random.nextInt(
                weights.values().stream().mapToInt(Integer::intValue).sum());
        for (String name : acts.keySet().stream().sorted().toList()) {
            point -= weights.get(name);
            if (point < 0) {
                return name;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private void act(String name, Random chance) {
        try {
            tally.count(name, acts.get(name).act(chance));
        } catch (TortureEnded ended) {
            // The run says so.
        } catch (RuntimeException e) {
            differences.add("The act '" + name + "' failed: " + e + ".");
        }
    }

    /** Nobody begins anything any more; what was begun comes to its end. */
    void goHome() {
        clock.shutdownNow();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LONGEST_ACT_S, TimeUnit.SECONDS)) {
                differences.add("Some acts had no end after " + LONGEST_ACT_S + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TortureEnded();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        hands.shutdownNow();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
