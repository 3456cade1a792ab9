package dev.tailback.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** What became of one record of a batch, and so what the queue does with it. */
public sealed interface Settlement {

    /** The record's key in the queue: the entry's id as text. */
    String entryKey();

    /** The version it settles; empty if the record could not be read. */
    OptionalLong settledVersion();

    <T> T fold(Cases<T> cases);

    /** One answer for each alternative. */
    interface Cases<T> {
        T accepted(Accepted it);

        T stale(Stale it);

        T retryLater(RetryLater it);

        T parked(Parked it);

        T parkedUnreadable(ParkedUnreadable it);
    }

    /**
     * How a record was sent to Salesforce, and what was answered about it.
     *
     * @param worker the id of the worker that sent it
     * @param sentAt when, by the worker's clock
     * @param took until the answer was there, or was given up
     * @param status of HTTP; empty if no answer came
     * @param created whether Salesforce made a new record of it
     * @param answer what Salesforce said of a record that it refused, as JSON; up to 2,000 characters are kept
     */
    record Attempt(
            String worker,
            Instant sentAt,
            Duration took,
            OptionalInt status,
            boolean created,
            Optional<String> answer) {}

    /** Of a record that could be read, and so has an entry and a version. */
    sealed interface OfVersion extends Settlement {
        UUID entryId();

        long version();

        @Override
        default String entryKey() {
            return entryId().toString();
        }

        @Override
        default OptionalLong settledVersion() {
            return OptionalLong.of(version());
        }
    }

    /** Salesforce holds exactly this version; the record leaves the queue. */
    record Accepted(UUID entryId, long version, String salesforceId) implements OfVersion {
        public Accepted {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(salesforceId, "salesforceId");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /** Salesforce already holds a newer version; the record leaves the queue. */
    record Stale(UUID entryId, long version, String reason) implements OfVersion {
        public Stale {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.stale(this);
        }
    }

    /**
     * Refused for now: the record rejoins at the tail after the delay, unless a newer version waits already.
     *
     * @param attempts counted with this one
     * @param delay 0 or more
     */
    record RetryLater(UUID entryId, long version, int attempts, Duration delay, String code, String reason)
            implements OfVersion {
        public RetryLater {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
            if (attempts < 0 || delay.isNegative()) {
                throw new IllegalArgumentException("Entry " + entryId + " cannot be retried with " + attempts
                        + " attempts after " + delay + ": neither may be negative");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.retryLater(this);
        }
    }

    /** Refused for good: the record leaves the queue and waits in the ledger for an operator. */
    record Parked(UUID entryId, long version, int attempts, String code, String reason) implements OfVersion {
        public Parked {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.parked(this);
        }
    }

    /** The record could not be read: it leaves the queue with its body, and the entry of this key is parked. */
    record ParkedUnreadable(String entryKey, String code, String reason) implements Settlement {
        public ParkedUnreadable {
            Objects.requireNonNull(entryKey, "entryKey");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public OptionalLong settledVersion() {
            return OptionalLong.empty();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.parkedUnreadable(this);
        }
    }
}
