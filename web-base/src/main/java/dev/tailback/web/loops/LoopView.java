package dev.tailback.web.loops;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * How one loop of this process is doing.
 *
 * @param state {@code turning}, {@code failing} and trying again, or {@code stuck}: no sign of life for longer than it
 *     may
 * @param failures turns that failed since the start
 */
@Serdeable
public record LoopView(String name, String state, Instant lastSignOfLife, long failures) {

    private static final String STUCK = "stuck";

    static LoopView of(Loop loop, boolean stuck, Instant lastSignOfLife) {
        String state = loop.life().failing().isPresent() ? "failing" : "turning";
        return new LoopView(
                loop.name(), stuck ? STUCK : state, lastSignOfLife, loop.life().failures());
    }

    /** Whether only a new start helps. */
    public boolean asksForANewStart() {
        return state.equals(STUCK);
    }
}
