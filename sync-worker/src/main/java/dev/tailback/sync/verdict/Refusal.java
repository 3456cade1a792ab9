package dev.tailback.sync.verdict;

import java.time.Duration;

/**
 * The one reason that counts among the errors a record got.
 *
 * @param code the rule's own code if a rule spoke, {@code ROW_BUSY} for a row somebody else is saving, else Salesforce's code
 * @param sentence as a person should read it, without the code in front
 */
public record Refusal(ErrorKind kind, String code, String sentence) {

    /** @param attemptsBefore refusals of this version before this one */
    public Verdict verdict(int attemptsBefore, Patience patience) {
        return kind.judge(this, attemptsBefore + 1, patience);
    }

    Verdict.Parked parked(int attempts) {
        return new Verdict.Parked(attempts, code, sentence);
    }

    Verdict.RetryLater retry(int attempts, Duration delay) {
        return new Verdict.RetryLater(attempts, delay, code, sentence);
    }
}
