package dev.tailback.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;

/** What became of one record of a batch, and so what the queue does with it. */
public sealed interface Settlement {

    /** The record's key in the queue: the entry's id as text. */
    String entryKey();

    /** The version it settles; empty if the record could not be read. */
    OptionalLong settledVersion();

    /** Salesforce holds exactly this version; the record leaves the queue. */
    record Accepted(UUID entryId, long version, String salesforceId) implements Settlement {
        public Accepted {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(salesforceId, "salesforceId");
        }

        @Override
        public String entryKey() {
            return entryId.toString();
        }

        @Override
        public OptionalLong settledVersion() {
            return OptionalLong.of(version);
        }
    }

    /** Salesforce already holds a newer version; the record leaves the queue. */
    record Stale(UUID entryId, long version, String reason) implements Settlement {
        public Stale {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String entryKey() {
            return entryId.toString();
        }

        @Override
        public OptionalLong settledVersion() {
            return OptionalLong.of(version);
        }
    }

    /**
     * Refused for now: the record rejoins at the tail after the delay, unless a newer version waits already.
     *
     * @param attempts counted with this one
     * @param delay 0 or more
     */
    record RetryLater(UUID entryId, long version, int attempts, Duration delay, String code, String reason)
            implements Settlement {
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
        public String entryKey() {
            return entryId.toString();
        }

        @Override
        public OptionalLong settledVersion() {
            return OptionalLong.of(version);
        }
    }

    /** Refused for good: the record leaves the queue and waits in the ledger for a person. */
    record Parked(UUID entryId, long version, int attempts, String code, String reason) implements Settlement {
        public Parked {
            Objects.requireNonNull(entryId, "entryId");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String entryKey() {
            return entryId.toString();
        }

        @Override
        public OptionalLong settledVersion() {
            return OptionalLong.of(version);
        }
    }

    /** Could not be read: leaves the queue with its body, and is parked under the entry's key. */
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
    }
}
