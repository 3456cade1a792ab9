package dev.tailback.queue;

import java.time.Duration;
import java.util.Optional;

/** What a worker gets when it asks for work. */
public sealed interface Take permits Batch, Take.Nothing, Take.Shut, Take.Paused {

    /**
     * Nothing is ready.
     *
     * @param untilNextDue when the next delayed record or expiring lease makes work; empty if only an offer can
     */
    record Nothing(Optional<Duration> untilNextDue) implements Take {}

    /** Redis is new, old or empty: nothing may be sent until the service app has rebuilt the queue. */
    record Shut() implements Take {}

    /** A person has paused the queue. */
    record Paused(String reason) implements Take {}
}
