package dev.tailback.hub.quality;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one value. */
public sealed interface Checked {

    <R> R fold(
            Function<Clean, R> clean,
            Function<Mended, R> mended,
            Function<Warned, R> warned,
            Function<Refused, R> refused);

    /** It was right. */
    record Clean(String value) implements Checked {
        @Override
        public <R> R fold(
                Function<Clean, R> clean,
                Function<Mended, R> mended,
                Function<Warned, R> warned,
                Function<Refused, R> refused) {
            return clean.apply(this);
        }
    }

    /** The same, written as it should be. */
    record Mended(String value, String was, Finding done) implements Checked {
        @Override
        public <R> R fold(
                Function<Clean, R> clean,
                Function<Mended, R> mended,
                Function<Warned, R> warned,
                Function<Refused, R> refused) {
            return mended.apply(this);
        }
    }

    /** It is used, and people should look at it. */
    record Warned(String value, String was, Finding warning) implements Checked {
        @Override
        public <R> R fold(
                Function<Clean, R> clean,
                Function<Mended, R> mended,
                Function<Warned, R> warned,
                Function<Refused, R> refused) {
            return warned.apply(this);
        }
    }

    /** It stays where it is and goes nowhere else until it is mended. */
    record Refused(String was, Finding reason) implements Checked {
        @Override
        public <R> R fold(
                Function<Clean, R> clean,
                Function<Mended, R> mended,
                Function<Warned, R> warned,
                Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }

    /** The value to go on with; not there if it was refused. */
    default Optional<String> usable() {
        return fold(
                clean -> Optional.of(clean.value()),
                mended -> Optional.of(mended.value()),
                warned -> Optional.of(warned.value()),
                refused -> Optional.empty());
    }

    /** The same about what a value was at first, before it was mended another time. */
    default Checked since(String first) {
        return fold(
                clean -> clean,
                mended -> new Mended(mended.value(), first, mended.done()),
                warned -> new Warned(warned.value(), first, warned.warning()),
                refused -> new Refused(first, refused.reason()));
    }

    /** What a rule said about it. */
    default List<Finding> findings() {
        return fold(
                clean -> List.of(),
                mended -> List.of(mended.done()),
                warned -> List.of(warned.warning()),
                refused -> List.of(refused.reason()));
    }

    /** Clean if nothing changed, mended otherwise. */
    static Checked written(String value, String was, String rule, String sentence) {
        return value.equals(was) ? new Clean(value) : new Mended(value, was, new Finding(rule, sentence));
    }

    static Checked refused(String was, String rule, String sentence) {
        return new Refused(was, new Finding(rule, sentence));
    }
}
