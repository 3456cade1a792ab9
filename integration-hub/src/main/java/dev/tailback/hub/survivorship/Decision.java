package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Source;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The outcome of a rule for one attribute, with all that went into it. */
public sealed interface Decision {

    String attribute();

    Ruling ruling();

    /** All of them, in the order of their sources. */
    List<Candidate> candidates();

    /** Why it came out so. */
    Reason reason();

    <R> R fold(Function<Decided, R> decided, Function<Asked, R> asked, Function<Unfilled, R> unfilled);

    /**
     * This is the golden value.
     *
     * @param held a value, or emptied
     * @param winners whose value it is: several if they are taken together, none if a steward or an expression made it
     */
    record Decided(
            String attribute, Held held, Set<Source> winners, Ruling ruling, List<Candidate> candidates, Reason reason)
            implements Decision {

        public Decided {
            winners = Collections.unmodifiableSet(new TreeSet<>(winners));
            candidates = List.copyOf(candidates);
        }

        @Override
        public <R> R fold(Function<Decided, R> decided, Function<Asked, R> asked, Function<Unfilled, R> unfilled) {
            return decided.apply(this);
        }
    }

    /**
     * A steward must decide.
     *
     * @param standing what stays until then
     */
    record Asked(String attribute, Standing standing, Ruling ruling, List<Candidate> candidates, Reason reason)
            implements Decision {

        public Asked {
            candidates = List.copyOf(candidates);
        }

        @Override
        public <R> R fold(Function<Decided, R> decided, Function<Asked, R> asked, Function<Unfilled, R> unfilled) {
            return asked.apply(this);
        }
    }

    /** No record has a value, and none stood before. */
    record Unfilled(String attribute, Ruling ruling, List<Candidate> candidates, Reason reason) implements Decision {

        public Unfilled {
            candidates = List.copyOf(candidates);
        }

        @Override
        public <R> R fold(Function<Decided, R> decided, Function<Asked, R> asked, Function<Unfilled, R> unfilled) {
            return unfilled.apply(this);
        }
    }

    /** Whether no rule but a steward's word decided. */
    default boolean isStewards() {
        return reason().code().equals(Hearing.LOCKED) || reason().code().equals(Hearing.CHOSEN);
    }

    /** What the golden record holds after it; while a steward is asked, what stood before. */
    default Optional<String> value() {
        return fold(decided -> decided.held().text(), asked -> asked.standing().text(), unfilled -> Optional.empty());
    }
}
