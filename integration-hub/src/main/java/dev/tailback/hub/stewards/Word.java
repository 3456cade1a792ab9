package dev.tailback.hub.stewards;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of what a steward said about a value. */
public sealed interface Word {

    <R> R fold(Function<String, R> kept, Supplier<R> absent, Function<String, R> refused);

    /**
     * It holds. @param value as it is kept: cleaned like a CRM's; empty text for no value, and for one that was
     * lifted
     */
    record Kept(String value) implements Word {
        @Override
        public <R> R fold(Function<String, R> kept, Supplier<R> absent, Function<String, R> refused) {
            return kept.apply(value);
        }
    }

    /** There is no such golden record, no such attribute, or no lock to lift. */
    record Absent() implements Word {
        @Override
        public <R> R fold(Function<String, R> kept, Supplier<R> absent, Function<String, R> refused) {
            return absent.get();
        }
    }

    /** A rule of quality does not take the value. @param reason a sentence */
    record Refused(String reason) implements Word {
        @Override
        public <R> R fold(Function<String, R> kept, Supplier<R> absent, Function<String, R> refused) {
            return refused.apply(reason);
        }
    }
}
