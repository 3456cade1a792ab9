package dev.tailback.verification.torture.people;

import dev.tailback.verification.fleet.Ended;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * People at work: a fixed number of actions a second. The seed decides which action comes when; how they overlap
 * depends on the machine. When all hands are busy, an action is left out and counted.
 */
public final class Crowd implements AutoCloseable {
    private static final int HANDS = 16;
    private static final int PERIOD_MS = 40;
    private static final int LONGEST_ACT_S = 180;

    private final List<Work> work;
    private final Tally tally;
    private final Differences differences;
    private final Random random;
    private final ThreadPoolExecutor hands = new ThreadPoolExecutor(
            HANDS, HANDS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(HANDS), task -> daemon(task, "staff"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "working-day"));

    Crowd(List<Work> work, Tally tally, Differences differences, long seed) {
        this.work = work;
        this.tally = tally;
        this.differences = differences;
        this.random = new Random(seed);
    }

    public void work() {
        clock.scheduleAtFixedRate(this::next, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        Work next = drawn();
        long seed = random.nextLong();
        try {
            hands.execute(() -> act(next, new Random(seed)));
        } catch (RejectedExecutionException allBusy) {
            tally.count("left out", "because all hands were busy");
        }
    }

    private Work drawn() {
        int point = random.nextInt(work.stream().mapToInt(Work::ofHundred).sum());
        for (Work one : work) {
            point -= one.ofHundred();
            if (point < 0) {
                return one;
            }
        }
        throw new IllegalStateException("the chances do not add up");
    }

    private void act(Work one, Random chance) {
        try {
            tally.count(one.name(), one.act().act(chance));
        } catch (Ended ended) {
            // The run says so.
        } catch (RuntimeException e) {
            differences.add(Harm.WRONG_ANSWER, "The act '" + one.name() + "' failed: " + e + ".");
        }
    }

    /** No person begins another action; actions that were begun are completed. */
    public void goHome() {
        clock.shutdownNow();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LONGEST_ACT_S, TimeUnit.SECONDS)) {
                differences.add(Harm.WRONG_ANSWER, "Some acts had no end after " + LONGEST_ACT_S + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        hands.shutdownNow();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
