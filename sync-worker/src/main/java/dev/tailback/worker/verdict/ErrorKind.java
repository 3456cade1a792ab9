package dev.tailback.worker.verdict;

/** What an error of Salesforce's means for the record that got it. The order is the order of importance when a record got several. */
public enum ErrorKind {
    /** The fence: Salesforce holds something newer. Wins over the lock, because on an old version of a fulfilled contract both rules fire. */
    STALE {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return new Verdict.Stale(refusal.sentence());
        }
    },
    /** The whole org cannot or must not be written to; no record is to blame. */
    NOBODYS_FAULT {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return new Verdict.NotNow(refusal.code(), refusal.sentence());
        }
    },
    /** A validation rule spoke: the record's own, or one of a row above it that a roll-up made Salesforce save again. */
    RULE {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return refusal.parked(attempts);
        }
    },
    /** Cannot heal by itself: data, configuration or permission has to change first. */
    FOR_GOOD {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return refusal.parked(attempts);
        }
    },
    /** Two first saves of one key met: by the next attempt the loser is an update. Whoever fails twice does so for another reason. */
    ONCE_MORE {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return attempts > 1 ? refusal.parked(attempts) : refusal.retry(attempts, retryPolicy.first());
        }
    },
    /** Held by an approval: somebody has to decide, which takes hours, not seconds. */
    SLOWLY {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedAfter(attempts)
                    ? refusal.parked(attempts)
                    : refusal.retry(attempts, retryPolicy.forAnApproval());
        }
    },
    /** Passes by itself as a rule, and is parked if it does not. */
    AGAIN {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedAfter(attempts)
                    ? refusal.parked(attempts)
                    : refusal.retry(attempts, retryPolicy.after(attempts));
        }
    },
    /** Not in our table: a few tries, then a person looks. */
    UNKNOWN {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedForUnknownAfter(attempts)
                    ? refusal.parked(attempts)
                    : refusal.retry(attempts, retryPolicy.after(attempts));
        }
    },
    /** Somebody else is saving the same contract at this moment. */
    ROW_BUSY {
        @Override
        Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy) {
            return retryPolicy.isExhaustedForBusyRowAfter(attempts)
                    ? refusal.parked(attempts)
                    : refusal.retry(attempts, retryPolicy.forBusyRow(attempts));
        }
    };

    /** @param attempts refusals of this version so far, this one included */
    abstract Verdict judge(Refusal refusal, int attempts, RetryPolicy retryPolicy);
}
