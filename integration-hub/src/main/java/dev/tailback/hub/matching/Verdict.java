package dev.tailback.hub.matching;

import java.util.function.Function;

/** The judgement about two records. */
public sealed interface Verdict {

    Score score();

    /** One sentence: what decided. */
    String ground();

    <R> R fold(Function<Same, R> same, Function<Candidate, R> candidate, Function<Different, R> different);

    /** They are merged without a question. */
    record Same(Score score, String ground) implements Verdict {
        @Override
        public <R> R fold(Function<Same, R> same, Function<Candidate, R> candidate, Function<Different, R> different) {
            return same.apply(this);
        }
    }

    /** A steward decides. */
    record Candidate(Score score, String ground) implements Verdict {
        @Override
        public <R> R fold(Function<Same, R> same, Function<Candidate, R> candidate, Function<Different, R> different) {
            return candidate.apply(this);
        }
    }

    record Different(Score score, String ground) implements Verdict {
        @Override
        public <R> R fold(Function<Same, R> same, Function<Candidate, R> candidate, Function<Different, R> different) {
            return different.apply(this);
        }
    }

    default boolean isSame() {
        return fold(same -> true, candidate -> false, different -> false);
    }

    default boolean isDifferent() {
        return fold(same -> false, candidate -> false, different -> true);
    }
}
