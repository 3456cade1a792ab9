package dev.tailback.worker.verdict;

import dev.tailback.usage.UsageRecord;

/**
 * What an error of Salesforce means for the record that got it. When a record got several, the first in this order
 * decides.
 */
public enum ErrorKind {
    /**
     * Salesforce holds a newer version. Decides over the lock, because an old version for a fulfilled contract is
     * refused by both rules.
     */
    STALE {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return refusal.stale(record);
        }
    },
    /** The whole org cannot or must not be written to; no record is to blame. */
    OUTAGE {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return refusal.pause();
        }
    },
    /**
     * A validation rule refused: one of the record, or one of a parent row that a roll-up made Salesforce save again.
     */
    RULE {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return refusal.parked(record, attempts);
        }
    },
    /** Does not pass: data, configuration or permissions have to change first. */
    PERMANENT {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return refusal.parked(record, attempts);
        }
    },
    /** Two first saves of one key met: the next attempt is an update. A second failure has another cause. */
    RETRY_ONCE {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return attempts > 1
                    ? refusal.parked(record, attempts)
                    : refusal.retry(record, attempts, retryPolicy.first());
        }
    },
    /** Held by an approval: a person has to decide, which takes hours, not seconds. */
    IN_APPROVAL {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedAfter(attempts)
                    ? refusal.parked(record, attempts)
                    : refusal.retry(record, attempts, retryPolicy.forAnApproval());
        }
    },
    /** Usually passes without help; parked if it does not. */
    TRANSIENT {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedAfter(attempts)
                    ? refusal.parked(record, attempts)
                    : refusal.retry(record, attempts, retryPolicy.after(attempts));
        }
    },
    /** Not in our table: a few tries, then a person looks. */
    UNKNOWN {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedForUnknownAfter(attempts)
                    ? refusal.parked(record, attempts)
                    : refusal.retry(record, attempts, retryPolicy.after(attempts));
        }
    },
    /** Another user or program is saving the same contract now. */
    ROW_BUSY {
        @Override
        Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedForBusyRowAfter(attempts)
                    ? refusal.parked(record, attempts)
                    : refusal.retry(record, attempts, retryPolicy.forBusyRow(attempts));
        }
    };

    /** @param attempts refusals of this version so far, including this one */
    abstract Verdict judge(Refusal refusal, UsageRecord record, int attempts, RetryPolicy retryPolicy);
}
