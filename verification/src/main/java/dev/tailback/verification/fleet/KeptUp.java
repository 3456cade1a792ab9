package dev.tailback.verification.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Starts one part of the demo again whenever it has ended: at once, then after pauses that grow to a minute while it
 * does not stay up for one. What happens is told once.
 */
final class KeptUp {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STEADY_AFTER = Duration.ofMinutes(1);

    private final Part part;
    private final Clock clock;
    private Duration pause = Duration.ZERO;
    private Instant next = Instant.MIN;
    private boolean toldOfPauses;

    KeptUp(Part part, Clock clock) {
        this.part = part;
        this.clock = clock;
    }

    /** Whatever can run, end, and be started. */
    interface Part {
        String name();

        boolean isRunning();

        /** Such as {@code ended with 137}. */
        String ending();

        void start();
    }

    /** Looks once; called again and again. */
    void look(Consumer<String> told) {
        Instant now = clock.instant();
        if (part.isRunning()) {
            if (!pause.isZero() && now.isAfter(next.plus(STEADY_AFTER))) {
                steady(told);
            }
        } else if (!now.isBefore(next)) {
            startAgain(told, now);
        }
    }

    private void steady(Consumer<String> told) {
        if (toldOfPauses) {
            told.accept(part.name() + " stays up again.");
        }
        pause = Duration.ZERO;
        toldOfPauses = false;
    }

    private void startAgain(Consumer<String> told, Instant now) {
        if (pause.isZero()) {
            told.accept(part.name() + " " + part.ending() + "; starting it again.");
        } else if (!toldOfPauses) {
            told.accept(part.name() + " " + part.ending() + " once more; trying on after pauses of up to a minute.");
            toldOfPauses = true;
        }
        pause = pause.isZero() ? FIRST_PAUSE : shorter(pause.multipliedBy(2));
        next = now.plus(pause);
        try {
            part.start();
        } catch (RuntimeException refused) {
            if (!toldOfPauses) {
                told.accept(part.name() + " did not start: " + refused.getMessage() + " Trying on.");
                toldOfPauses = true;
            }
        }
    }

    private static Duration shorter(Duration wished) {
        return wished.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wished;
    }
}
