package dev.tailback.hub.versions;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of the wish that another version is in force. */
public sealed interface Switched {

    <R> R fold(Function<Done, R> done, Supplier<R> absent, Function<Refused, R> refused);

    /**
     * It is in force.
     *
     * @param before what was in force until then
     */
    record Done(InForce now, long before) implements Switched {
        @Override
        public <R> R fold(Function<Done, R> done, Supplier<R> absent, Function<Refused, R> refused) {
            return done.apply(this);
        }
    }

    /** There is no such version. */
    record Absent() implements Switched {
        @Override
        public <R> R fold(Function<Done, R> done, Supplier<R> absent, Function<Refused, R> refused) {
            return absent.get();
        }
    }

    /**
     * Nothing changed.
     *
     * @param reason a sentence that says what to do
     */
    record Refused(String reason) implements Switched {
        @Override
        public <R> R fold(Function<Done, R> done, Supplier<R> absent, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }

    default boolean isDone() {
        return fold(done -> true, () -> false, refused -> false);
    }
}
