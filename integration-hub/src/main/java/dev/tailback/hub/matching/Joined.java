package dev.tailback.hub.matching;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where one record belongs. */
public sealed interface Joined {

    <R> R fold(Function<Joins, R> joins, Function<Unclear, R> unclear, Supplier<R> isNew);

    /**
     * It fits this group as a whole, and no other one.
     *
     * @param alsoLike groups that a steward may want to look at: perhaps one thing stands there twice
     */
    record Joins(Fit fit, List<Fit> alsoLike) implements Joined {

        public Joins {
            alsoLike = List.copyOf(alsoLike);
        }

        @Override
        public <R> R fold(Function<Joins, R> joins, Function<Unclear, R> unclear, Supplier<R> isNew) {
            return joins.apply(this);
        }
    }

    /** A steward decides among these, the best first. Until then it stands for itself. */
    record Unclear(List<Fit> fits) implements Joined {

        public Unclear {
            fits = List.copyOf(fits);
        }

        @Override
        public <R> R fold(Function<Joins, R> joins, Function<Unclear, R> unclear, Supplier<R> isNew) {
            return unclear.apply(this);
        }
    }

    /** Nothing is like it. */
    record New() implements Joined {
        @Override
        public <R> R fold(Function<Joins, R> joins, Function<Unclear, R> unclear, Supplier<R> isNew) {
            return isNew.get();
        }
    }
}
