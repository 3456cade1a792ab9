package dev.tailback.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The order of one connection's requests: one is answered, and a few that came early (pipelining) wait. */
final class Turns {
    private static final int MOST_WAITING = 8;

    private final Deque<Turn> waiting = new ArrayDeque<>();
    private Optional<Turn> current = Optional.empty();

    /** What is done when it is a request's turn, and the bytes of its body. */
    record Turn(Runnable act, int bytes) {}

    /** True if no request is being answered. */
    boolean isFree() {
        return current.isEmpty();
    }

    void begin(Turn turn) {
        current = Optional.of(turn);
    }

    /** Returns the bytes of the body that was answered. */
    int end() {
        int bytes = current.orElseThrow().bytes();
        current = Optional.empty();
        return bytes;
    }

    /** False if too many wait already. */
    boolean await(Turn turn) {
        return waiting.size() < MOST_WAITING && waiting.add(turn);
    }

    Optional<Turn> next() {
        return Optional.ofNullable(waiting.poll());
    }

    void clear() {
        waiting.clear();
    }
}
