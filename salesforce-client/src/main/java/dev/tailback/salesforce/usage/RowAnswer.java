package dev.tailback.salesforce.usage;

import java.util.List;
import java.util.function.Function;

/** Salesforce's decision about one snapshot. */
public sealed interface RowAnswer {

    /** The answer of the one function that belongs to this alternative. */
    <R> R fold(Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused);

    /** Saved. {@code created} tells a first save from a later one. */
    record Accepted(String salesforceId, boolean created) implements RowAnswer {

        @Override
        public <R> R fold(
                Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused) {
            return accepted.apply(this);
        }
    }

    /** Not saved, with every reason Salesforce gave; there is at least one. */
    record Refused(List<RowError> errors) implements RowAnswer {

        @Override
        public <R> R fold(
                Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused) {
            return refused.apply(this);
        }
    }
}
