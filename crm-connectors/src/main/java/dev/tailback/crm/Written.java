package dev.tailback.crm;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What became of one write. */
public sealed interface Written {

    /** One answer for each alternative. */
    <R> R fold(
            Function<Accepted, R> accepted,
            Function<Refused, R> refused,
            Function<Conflict, R> conflict,
            Function<Gone, R> gone,
            Function<Unknown, R> unknown);

    /**
     * The CRM took it.
     *
     * @param isNew whether the CRM made a new record
     * @param stored what the written fields hold after it, as the CRM stores them: rounded, cut, trimmed or in other case;
     *     from its answer, or read again at once. A field of which neither told anything is missing
     */
    record Accepted(String id, boolean isNew, Map<String, String> stored) implements Written {

        public Accepted {
            stored = Map.copyOf(stored);
        }

        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<Refused, R> refused,
                Function<Conflict, R> conflict,
                Function<Gone, R> gone,
                Function<Unknown, R> unknown) {
            return accepted.apply(this);
        }
    }

    /**
     * The CRM did not take it.
     *
     * @param isForNow whether a repeat may help without a person, as with a locked row
     */
    record Refused(String code, String reason, Optional<String> field, boolean isForNow) implements Written {

        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<Refused, R> refused,
                Function<Conflict, R> conflict,
                Function<Gone, R> gone,
                Function<Unknown, R> unknown) {
            return refused.apply(this);
        }
    }

    /** The record does not hold what we believed, so nothing was written; this is what it holds. */
    record Conflict(SourceRecord holds) implements Written {

        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<Refused, R> refused,
                Function<Conflict, R> conflict,
                Function<Gone, R> gone,
                Function<Unknown, R> unknown) {
            return conflict.apply(this);
        }
    }

    /** The CRM has no such record any more. */
    record Gone() implements Written {

        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<Refused, R> refused,
                Function<Conflict, R> conflict,
                Function<Gone, R> gone,
                Function<Unknown, R> unknown) {
            return gone.apply(this);
        }
    }

    /** The answer was lost: it may have been written or not. */
    record Unknown(String reason) implements Written {

        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<Refused, R> refused,
                Function<Conflict, R> conflict,
                Function<Gone, R> gone,
                Function<Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
