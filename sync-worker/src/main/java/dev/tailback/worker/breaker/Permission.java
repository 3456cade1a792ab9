package dev.tailback.worker.breaker;

import java.time.Duration;
import java.util.Optional;

/** What the circuit breaker answers before a call. */
public sealed interface Permission {

    /** How long to wait before asking again; empty if a call may be sent. */
    Optional<Duration> waitBefore();

    /** Whether the call is the one probe of an outage, whose result the circuit breaker waits for. */
    boolean isProbe();

    /** The circuit is closed: Salesforce takes writes, so send. */
    record Granted() implements Permission {
        @Override
        public Optional<Duration> waitBefore() {
            return Optional.empty();
        }

        @Override
        public boolean isProbe() {
            return false;
        }
    }

    /** The circuit is half-open, and this is the one probe: send something small and report the result. */
    record Probe() implements Permission {
        @Override
        public Optional<Duration> waitBefore() {
            return Optional.empty();
        }

        @Override
        public boolean isProbe() {
            return true;
        }
    }

    /** The circuit is open: ask again after this time. */
    record Denied(Duration time) implements Permission {
        @Override
        public Optional<Duration> waitBefore() {
            return Optional.of(time);
        }

        @Override
        public boolean isProbe() {
            return false;
        }
    }
}
