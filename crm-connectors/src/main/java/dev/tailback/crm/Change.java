package dev.tailback.crm;

import java.time.Instant;
import java.util.function.Function;

/** What happened to one record. All times are the CRM's own. */
public sealed interface Change {

    /** The record it happened to. */
    String id();

    /** One answer for each alternative. */
    <R> R fold(Function<Changed, R> changed, Function<Deleted, R> deleted, Function<Merged, R> merged);

    /** It is new, or has other values. */
    record Changed(SourceRecord record) implements Change {

        @Override
        public String id() {
            return record.id();
        }

        @Override
        public <R> R fold(Function<Changed, R> changed, Function<Deleted, R> deleted, Function<Merged, R> merged) {
            return changed.apply(this);
        }
    }

    /** It is gone, or in the bin. */
    record Deleted(String id, Instant at) implements Change {

        @Override
        public <R> R fold(Function<Changed, R> changed, Function<Deleted, R> deleted, Function<Merged, R> merged) {
            return deleted.apply(this);
        }
    }

    /** A person made one record of two, and this one is the one that is gone. */
    record Merged(String id, String into, Instant at) implements Change {

        @Override
        public <R> R fold(Function<Changed, R> changed, Function<Deleted, R> deleted, Function<Merged, R> merged) {
            return merged.apply(this);
        }
    }
}
