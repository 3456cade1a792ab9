package dev.tailback.app.held;

import dev.tailback.salesforce.usage.HeldUsage;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the ledger learned about one entry from what Salesforce holds of it. */
public sealed interface Learned {

    /** One answer for each alternative. */
    <R> R fold(
            Function<TakenOver, R> takenOver,
            Function<NotOurs, R> notOurs,
            Supplier<R> knownBefore,
            Supplier<R> notThere);

    /** What was taken over; empty when the ledger stays as it was. */
    default Optional<HeldUsage> arrived() {
        return fold(
                takenOver -> Optional.of(takenOver.held()),
                notOurs -> Optional.empty(),
                Optional::empty,
                Optional::empty);
    }

    /** It accepted a version that was sent from here, and no answer had told so: the ledger says it now. */
    record TakenOver(HeldUsage held) implements Learned {

        @Override
        public <R> R fold(
                Function<TakenOver, R> takenOver,
                Function<NotOurs, R> notOurs,
                Supplier<R> knownBefore,
                Supplier<R> notThere) {
            return takenOver.apply(this);
        }
    }

    /**
     * It holds a version that was never sent from here in this form: a person must decide, so the ledger stays as it
     * is.
     */
    record NotOurs(HeldUsage held) implements Learned {

        @Override
        public <R> R fold(
                Function<TakenOver, R> takenOver,
                Function<NotOurs, R> notOurs,
                Supplier<R> knownBefore,
                Supplier<R> notThere) {
            return notOurs.apply(this);
        }
    }

    /** It holds what the ledger says, or something older. */
    record KnownBefore() implements Learned {

        @Override
        public <R> R fold(
                Function<TakenOver, R> takenOver,
                Function<NotOurs, R> notOurs,
                Supplier<R> knownBefore,
                Supplier<R> notThere) {
            return knownBefore.get();
        }
    }

    /** It holds nothing of the entry. */
    record NotThere() implements Learned {

        @Override
        public <R> R fold(
                Function<TakenOver, R> takenOver,
                Function<NotOurs, R> notOurs,
                Supplier<R> knownBefore,
                Supplier<R> notThere) {
            return notThere.get();
        }
    }
}
