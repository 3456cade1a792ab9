package dev.tailback.queue;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of an offer. */
public sealed interface Offered {

    /** One answer for each alternative. */
    <T> T fold(Function<Taken, T> taken, Supplier<T> shut);

    /**
     * The queue holds every offered entry, in the offered version or a newer one.
     *
     * @param added entries that were new to the queue, or newer than what it held
     * @param known entries the queue already held in this version or a newer one
     */
    record Taken(int added, int known) implements Offered {
        @Override
        public <T> T fold(Function<Taken, T> taken, Supplier<T> shut) {
            return taken.apply(this);
        }
    }

    /**
     * The queue did not take all of it: Redis, or a part of it, is new, old or empty, and the queue must be rebuilt
     * from the ledger first.
     */
    record Shut() implements Offered {
        @Override
        public <T> T fold(Function<Taken, T> taken, Supplier<T> shut) {
            return shut.get();
        }
    }
}
