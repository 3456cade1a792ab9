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

/**
 * Whether the worker may take work from the queue, and if not, why. Every change is logged once and reported at once.
 */
@Singleton
public final class QueueAccess {
    private static final Logger LOG = LoggerFactory.getLogger(QueueAccess.class);

    private final Clock clock;
    private final Waiting waiting;
    private final SignsOfLife signs;
    private final LogOnce down;
    private final LogOnce shut;
    private final LogOnce paused;
    private final LogOnce withoutMapping;
    private Instant since;
    private Optional<Obstacle> obstacle = Optional.empty();

    /** What keeps the worker from sending. */
    record Obstacle(Kind kind, String code, String reason) {
        enum Kind {
            PERSON,
            WORKER,
            QUEUE
        }
    }

    public QueueAccess(Clock clock, Waiting waiting, SignsOfLife signs) {
        this.clock = clock;
        this.waiting = waiting;
        this.signs = signs;
        this.since = clock.instant();
        this.down = new LogOnce(LOG, clock, "The queue is back");
        this.shut = new LogOnce(LOG, clock, "The queue is open");
        this.paused = new LogOnce(LOG, clock, "The queue was resumed");
        this.withoutMapping = new LogOnce(LOG, clock, "The mapping is known");
    }

    public void queueDown(String sentence) {
        down.met("The queue is down: " + sentence + "; trying again until it is back");
        blocked(new Obstacle(Obstacle.Kind.QUEUE, "QUEUE_DOWN", sentence));
    }

    public void queueAnswers() {
        down.notMet();
    }

    public void shut() {
        String sentence = "Redis is new, old or empty: waiting until the service app has rebuilt the queue.";
        shut.met(sentence);
        paused.notMet();
        blocked(new Obstacle(Obstacle.Kind.QUEUE, "QUEUE_SHUT", sentence));
    }

    public void paused(String reason) {
        paused.met("The queue is paused: " + reason);
        shut.notMet();
        blocked(new Obstacle(Obstacle.Kind.PERSON, "PAUSED", reason));
    }

    /** @param sentence says that none is published, and what the worker waits for */
    public void noMapping(String sentence) {
        withoutMapping.met("NO_MAPPING: " + sentence);
        blocked(new Obstacle(Obstacle.Kind.QUEUE, "NO_MAPPING", sentence));
    }

    /** @param sentence says what is wrong with the published one */
    public void unreadableMapping(String sentence) {
        withoutMapping.met("UNREADABLE_MAPPING: " + sentence);
        blocked(new Obstacle(Obstacle.Kind.QUEUE, "UNREADABLE_MAPPING", sentence));
    }

    /** @param sentence says what the org cannot keep any more of the mapping, and what to do about it */
    public void schemaChanged(String sentence) {
        withoutMapping.met("SCHEMA_CHANGED: " + sentence);
        blocked(new Obstacle(Obstacle.Kind.QUEUE, "SCHEMA_CHANGED", sentence));
    }

    /** The queue answers: it gives work, or has none. */
    public void works() {
        shut.notMet();
        paused.notMet();
        withoutMapping.notMet();
        changeTo(Optional.empty());
    }

    private void blocked(Obstacle now) {
        changeTo(Optional.of(now));
    }

    /** A thread that hangs comes first: the rest of the report may be out of date then. */
    Optional<Obstacle> obstacle() {
        Map<String, Duration> stuck = signs.stuck();
        return stuck.isEmpty() ? ofTheQueue() : Optional.of(stuck(stuck));
    }

    private synchronized Optional<Obstacle> ofTheQueue() {
        return obstacle;
    }

    private static Obstacle stuck(Map<String, Duration> stuck) {
        String who = stuck.entrySet().stream()
                .map(one -> one.getKey() + " for " + one.getValue().toSeconds() + " s")
                .collect(Collectors.joining(", "));
        return new Obstacle(
                Obstacle.Kind.WORKER,
                "WORKER_STUCK",
                "Threads of this worker hang: " + who + ". Restart the worker; nothing is lost.");
    }

    synchronized Instant since() {
        return since;
    }

    private void changeTo(Optional<Obstacle> now) {
        if (changed(now)) {
            waiting.wake();
        }
    }

    private synchronized boolean changed(Optional<Obstacle> now) {
        if (now.equals(obstacle)) {
            return false;
        }
        obstacle = now;
        since = clock.instant();
        return true;
    }
}
