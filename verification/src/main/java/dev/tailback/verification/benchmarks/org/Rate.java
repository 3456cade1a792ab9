package dev.tailback.verification.benchmarks.org;

import dev.tailback.verification.fleet.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** How much several connections get done in a time: each does one call after the other. */
record Rate(int connections, Duration time) {

    /** One call. */
    interface Call {

        /** @return how much of what is counted it brought */
        long make();
    }

    /** @param caller makes what each connection calls with */
    double perSecond(Supplier<Call> caller) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Future<Long>> done = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                Call call = caller.get();
                done.add(threads.submit(() -> until(end, call)));
            }
            long all = 0;
            for (Future<Long> one : done) {
                all += one.get();
            }
            return all / (time.toNanos() / 1e9);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The local org failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long until(long end, Call call) {
        long counted = 0;
        while (System.nanoTime() < end) {
            counted += call.make();
        }
        return counted;
    }
}
