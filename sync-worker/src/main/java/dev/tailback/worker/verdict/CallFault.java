package dev.tailback.worker.verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that failed as a whole, and what to do next.
 *
 * @param refusal how a record is judged that turned out to be to blame; of nobody's fault if none ever is
 * @param retryAfter how long the other side asks us to stay away, where it says so
 */
public record CallFault(Step step, Refusal refusal, Optional<Duration> retryAfter) {

    /** What to do about the call. */
    public enum Step {
        /** No record can be the cause: everyone pauses. */
        PAUSE,
        /** Perhaps for everyone, perhaps because of a record: repeat it, then send less of it. */
        REPEAT,
        /** Something in this call is not to its liking: send less of it, until the record that is to blame is alone. */
        NARROW,
        /** As before, but a record that never had company proves nothing: everyone pauses. */
        NARROW_OR_PAUSE,
        /** Somebody holds a row that the call needs: contract by contract, and then they wait as for any busy row. */
        ROW_BUSY
    }

    public Blame blame() {
        return refusal.blame();
    }

    public boolean isNeverTheRecords() {
        return refusal.kind() == ErrorKind.NOBODYS_FAULT;
    }
}
