package dev.tailback.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a worker gets when it asks for work. */
public sealed interface Take permits Batch, Take.Nothing, Take.Shut, Take.Paused, Take.OtherStamp {

    /** One answer for each alternative. */
    <T> T fold(
            Function<Batch, T> batch,
            Function<Nothing, T> nothing,
            Supplier<T> shut,
            Function<Paused, T> paused,
            Supplier<T> otherStamp);

    /** Empty if there is no work now, for whichever reason. */
    default Optional<Batch> batch() {
        return fold(
                Optional::of,
                nothing -> Optional.empty(),
                Optional::empty,
                paused -> Optional.empty(),
                Optional::empty);
    }

    /**
     * Nothing is ready.
     *
     * @param untilNextDue when the next delayed entry or expiring lease makes work; empty if only an offer can
     */
    record Nothing(Optional<Duration> untilNextDue) implements Take {
        @Override
        public <T> T fold(
                Function<Batch, T> batch,
                Function<Nothing, T> nothing,
                Supplier<T> shut,
                Function<Paused, T> paused,
                Supplier<T> otherStamp) {
            return nothing.apply(this);
        }
    }

    /** Redis is new, old or empty: nothing may be sent until an owner has rebuilt the queue. */
    record Shut() implements Take {
        @Override
        public <T> T fold(
                Function<Batch, T> batch,
                Function<Nothing, T> nothing,
                Supplier<T> shut,
                Function<Paused, T> paused,
                Supplier<T> otherStamp) {
            return shut.get();
        }
    }

    /** An operator has paused the queue. */
    record Paused(String reason) implements Take {
        @Override
        public <T> T fold(
                Function<Batch, T> batch,
                Function<Nothing, T> nothing,
                Supplier<T> shut,
                Function<Paused, T> paused,
                Supplier<T> otherStamp) {
            return paused.apply(this);
        }
    }
    /** What is published in the queue is not what the worker would send by, or nothing is published. */
    record OtherStamp() implements Take {
        @Override
        public <T> T fold(
                Function<Batch, T> batch,
                Function<Nothing, T> nothing,
                Supplier<T> shut,
                Function<Paused, T> paused,
                Supplier<T> otherStamp) {
            return otherStamp.get();
        }
    }
}
