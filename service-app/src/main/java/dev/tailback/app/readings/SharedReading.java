package dev.tailback.app.readings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One reading at a time of each thing. Who asks while one is under way waits for the next one, and shares it with all
 * who ask until it begins. So an answer is never older than its question, nothing is kept, and however many ask at once,
 * the database works on one reading of a thing. A failure is not shared: it may come from what the request of the other
 * may do, so each one then reads alone.
 *
 * @param <K> what is asked for
 * @param <V> what was read
 */
public final class SharedReading<K, V> {

    private final Map<K, Turn<V>> latest = new HashMap<>();

    /** @param reading done by one of those who share it, in its thread */
    public V read(K key, Supplier<V> reading) {
        Turn<V> turn = new Turn<>();
        return join(key, turn)
                .map(shared -> shared.answer().orElseGet(reading))
                .orElseGet(() -> turn.run(() -> begin(turn), reading, () -> end(key, turn)));
    }

    /** @return the turn of another, if it has not begun */
    private synchronized Optional<Turn<V>> join(K key, Turn<V> turn) {
        Turn<V> last = latest.get(key);
        if (last != null && !last.begun) {
            return Optional.of(last);
        }
        turn.before = Optional.ofNullable(last).map(running -> running.done);
        latest.put(key, turn);
        return Optional.empty();
    }

    private synchronized void begin(Turn<V> turn) {
        turn.begun = true;
    }

    private synchronized void end(K key, Turn<V> turn) {
        latest.remove(key, turn);
    }

    /** A reading that is under way, or waits for the one before. */
    private static final class Turn<V> {

        private final CompletableFuture<Optional<V>> done = new CompletableFuture<>();
        private Optional<CompletableFuture<Optional<V>>> before = Optional.empty();
        private boolean begun;

        V run(Runnable begins, Supplier<V> reading, Runnable ends) {
            before.ifPresent(CompletableFuture::join);
            begins.run();
            Optional<V> answer = Optional.empty();
            try {
                V read = reading.get();
                answer = Optional.of(read);
                return read;
            } finally {
                ends.run();
                done.complete(answer);
            }
        }

        /** Empty when the reading failed. */
        Optional<V> answer() {
            return done.join();
        }
    }
}
