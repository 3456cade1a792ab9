package dev.tailback.worker.report;

import dev.tailback.worker.loops.SignsOfLife;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the worker stands with the queue: may it take, and if not, why. Every change is logged once and told at once. */
@Singleton
public final class Standing {
    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    private final Clock clock;
    private final Waiting waiting;
    private final SignsOfLife signs;
    private final Spell down;
    private final Spell shut;
    private final Spell paused;
    private Instant since;
    private Optional<Hold> hold = Optional.empty();

    /** What holds the worker back. */
    record Hold(Kind kind, String code, String reason) {
        enum Kind {
            BY_A_PERSON,
            BY_ITSELF,
            BY_THE_QUEUE
        }
    }

    public Standing(Clock clock, Waiting waiting, SignsOfLife signs) {
        this.clock = clock;
        this.waiting = waiting;
        this.signs = signs;
        this.since = clock.instant();
        this.down = new Spell(log, clock, "The queue is back");
        this.shut = new Spell(log, clock, "The queue is open");
        this.paused = new Spell(log, clock, "The queue was resumed");
    }

    public void queueDown(String sentence) {
        down.met("The queue is down: " + sentence + "; trying again until it is back");
        held(new Hold(Hold.Kind.BY_THE_QUEUE, "QUEUE_DOWN", sentence));
    }

    public void queueAnswers() {
        down.notMet();
    }

    public void shut() {
        String sentence = "Redis is new, old or empty: waiting until the service app has rebuilt the queue.";
        shut.met(sentence);
        paused.notMet();
        held(new Hold(Hold.Kind.BY_THE_QUEUE, "QUEUE_SHUT", sentence));
    }

    public void paused(String reason) {
        paused.met("The queue is paused: " + reason);
        shut.notMet();
        held(new Hold(Hold.Kind.BY_A_PERSON, "PAUSED", reason));
    }

    /** The queue gives work, or has none. */
    public void works() {
        shut.notMet();
        paused.notMet();
        changeTo(Optional.empty());
    }

    private void held(Hold now) {
        changeTo(Optional.of(now));
    }

    /** A thread that hangs comes first: nothing else may be true any more. */
    Optional<Hold> hold() {
        Map<String, Duration> stuck = signs.stuck();
        return stuck.isEmpty() ? ofTheQueue() : Optional.of(stuck(stuck));
    }

    private synchronized Optional<Hold> ofTheQueue() {
        return hold;
    }

    private static Hold stuck(Map<String, Duration> stuck) {
        String who = stuck.entrySet().stream()
                .map(one -> one.getKey() + " for " + one.getValue().toSeconds() + " s")
                .collect(Collectors.joining(", "));
        return new Hold(
                Hold.Kind.BY_ITSELF,
                "WORKER_STUCK",
                "Threads of this worker have not turned: " + who + ". Start the worker anew; nothing is lost.");
    }

    synchronized Instant since() {
        return since;
    }

    private void changeTo(Optional<Hold> now) {
        if (changed(now)) {
            waiting.wake();
        }
    }

    private synchronized boolean changed(Optional<Hold> now) {
        if (now.equals(hold)) {
            return false;
        }
        hold = now;
        since = clock.instant();
        return true;
    }
}
