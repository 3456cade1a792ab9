package dev.tailback.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** What became of one entry of a batch, and so what the queue does with it. */
public sealed interface Settlement {

    /** The entry's key in the queue: the entry's id as text. */
    String entryKey();

    /** The version it settles; empty if the entry could not be read. */
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
     * How an entry was sent to the other system, and what was answered about it.
     *
     * @param worker the id of the worker that sent it
     * @param sentAt when, by the worker's clock
     * @param took until the answer was there, or was given up
     * @param status of HTTP; empty if no answer came
     * @param created whether the other system made something new of it
     * @param answer what the other system said of an entry that it refused, as JSON; up to 2,000 characters are kept
     */
    record Attempt(
            String worker,
            Instant sentAt,
            Duration took,
            OptionalInt status,
            boolean created,
            Optional<String> answer) {}

    /** Of what could be read, and so has an id and a version. */
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

    /**
     * The other system holds exactly this version; the entry leaves the queue.
     *
     * @param acceptedId by which the other system knows it; letters, digits, dashes and underscores
     * @param sent a number from 0 to 2^53 - 1 that the worker makes of what it sent, so that the ledger can compare it
     *     with what it had offered; empty from a worker that does not tell
     */
    record Accepted(UUID entryId, long version, String acceptedId, OptionalLong sent) implements OfVersion {
        public Accepted {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(acceptedId, "acceptedId");
            if (sent.isPresent() && (sent.getAsLong() < 0 || sent.getAsLong() > QueueEntry.LARGEST_VERSION)) {
                throw new IllegalArgumentException("Entry " + entryId + " cannot be accepted with the number "
                        + sent.getAsLong() + " of what was sent: it runs from 0 to 2^53 - 1");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /** The other system already holds a newer version; the entry leaves the queue. */
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
     * Refused for now: the entry rejoins at the tail after the delay, unless a newer version waits already.
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

    /** Refused for good: the entry leaves the queue and waits in the ledger for an operator. */
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

    /**
     * What is no entry, or an entry whose payload the worker cannot read: it leaves the queue with its whole value, and
     * the entry of this key is parked in the version that the value names.
     */
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
