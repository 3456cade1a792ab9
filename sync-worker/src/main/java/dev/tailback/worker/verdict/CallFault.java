package dev.tailback.worker.verdict;

import dev.tailback.worker.breaker.PauseReason;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that failed as a whole, and what to do next.
 *
 * @param refusal how a record is judged that turns out to be to blame; of kind {@code OUTAGE} if no record ever is
 * @param retryAfter how long the other side asks us to wait, where it says so
 */
public record CallFault(Step step, Refusal refusal, Optional<Duration> retryAfter) {

    /** What to do about the call. */
    public enum Step {
        /** No record can be the cause: all sending pauses. */
        PAUSE,
        /** The cause may be an outage or a record: repeat the call, then send smaller ones. */
        REPEAT,
        /** Something in this call is refused: send smaller ones, until the record to blame is alone. */
        NARROW,
        /**
         * As {@code NARROW}, but a record that was alone from the beginning proves nothing: then all sending pauses.
         */
        NARROW_OR_PAUSE,
        /** Another transaction holds a row that the call needs: split by contract, then wait as for any busy row. */
        ROW_BUSY
    }

    public Blame blame() {
        return refusal.blame();
    }

    /** Whether no record can ever be to blame for it. */
    public boolean isNeverTheRecords() {
        return refusal.kind() == ErrorKind.OUTAGE;
    }

    public PauseReason pauseReason() {
        return new PauseReason(refusal.code(), refusal.reason(), retryAfter);
    }
}
